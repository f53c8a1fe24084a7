import { setting } from "@/lib/kernel/config"
import { keyedBytes, keyedHash } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { encode, idFrom, type ObjectionId } from "@/lib/kernel/id"
import { asRead, grouped } from "@/lib/kernel/spoken-code"
import type { Objection } from "./objection"
import { ObjectionEntity } from "./objection.entity"

export type StoredObjection = Objection & { readonly codeHash: string }

export const findObjection = async (objectionId: ObjectionId): Promise<StoredObjection | undefined> => {
  const { data } = await ObjectionEntity.get({ objectionId }).go({ consistent: true })
  return data ?? undefined
}

/** @throws {DomainError} not-found */
export const getObjectionRecord = async (objectionId: ObjectionId): Promise<StoredObjection> => {
  const found = await findObjection(objectionId)
  if (!found) throw new DomainError("not-found", { reason: "objection" })
  return found
}

/** Written in groups, e.g. `7k3m-9qx2-abcd`. */
export const numberOfObjection = (objectionId: ObjectionId): string =>
  grouped(objectionId.slice("obj_".length))

export const objectionIdOf = (typedNumber: string): ObjectionId =>
  idFrom("obj", asRead(typedNumber).slice(0, 20))

export const hashOfObjectionCode = (objectionId: ObjectionId, typedCode: string): string =>
  keyedHash(setting("RECEIPT_KEY"), "objection-code", objectionId, asRead(typedCode))

/** Id and code follow from the form's key, so that sent again it finds the first and tells the same code. */
export const identityFrom = (key: string): { objectionId: ObjectionId; code: string } => {
  const from = (use: string, length: number) =>
    encode(keyedBytes(setting("RECEIPT_KEY"), use, key)).slice(0, length)
  return { objectionId: idFrom("obj", from("objection-id", 12)), code: grouped(from("objection-code", 16)) }
}
