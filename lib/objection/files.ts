import { z } from "zod"
import {
  asSent,
  type Evidence,
  evidenceOf,
  hasArrived,
  isFile,
  newEvidence,
  putEvidence,
  type SentEvidence,
  stateAt,
  type Upload,
  uploadOf,
} from "@/lib/evidence"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { type ObjectionId, TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { requireOpen } from "@/lib/limits"
import { changeObjection } from "./change"
import { dueAt } from "./objection"
import { Keys, openedObjection } from "./open"

export const filesPerObjectionMax = 10
export const objectionFileBytesMax = 100 * 1024 ** 2

/** Where the files of an objection lie: under its id, as those of a tip lie under the tip's. */
const folderOf = (objectionId: ObjectionId) => TipId.parse(objectionId)

/** A file as its sender sees it. `isArrived`: one that was announced is there, and nobody has looked at it yet. */
export type ObjectionEvidence = SentEvidence & { readonly isArrived: boolean }

/** The files of an objection, in the order they were sent; an upload slot that no file came to is none. */
export const sentFilesOf = async (objectionId: ObjectionId, now: string): Promise<ObjectionEvidence[]> => {
  const all = await Promise.all(
    (await evidenceOf(folderOf(objectionId))).map(async (one) => ({
      one,
      file: { ...asSent(one, now), isArrived: await hasArrived(one) },
    })),
  )
  return all.filter(({ one, file }) => isFile(one) || file.isArrived).map(({ file }) => file)
}

/** The upload slots that count: of files, and the one that waits for a file. */
const slotsOf = async (objectionId: ObjectionId, now: string) =>
  (await evidenceOf(folderOf(objectionId))).filter((one) => isFile(one) || stateAt(one, now) === "announced")

/** The slot to which no file has come. */
const freeAmong = async (slots: readonly Evidence[]): Promise<Evidence | undefined> => {
  for (const one of slots) if (!isFile(one) && !(await hasArrived(one))) return one
  return undefined
}

/**
 * Opens an upload slot for one more file, unless one waits already.
 * @throws {DomainError} what `followObjection` throws; conflict `objection-status` once it is decided; unavailable while
 * uploads are shut; invalid `too-many`; conflict, when two were opened at once
 */
export const addObjectionFile = verb(
  { name: "objection.addFile", by: ["visitor"], input: Keys },
  async (ctx, keys): Promise<void> => {
    const objection = await openedObjection(keys)
    const { objectionId } = objection
    if (dueAt(objection) === undefined) throw new DomainError("conflict", { reason: "objection-status" })
    await requireOpen("uploads")
    const slots = await slotsOf(objectionId, ctx.now)
    if (await freeAmong(slots)) return
    if (slots.length >= filesPerObjectionMax)
      throw invalid(["evidence"], "too-many", { max: filesPerObjectionMax })
    const slot = newEvidence(folderOf(objectionId), ctx.now)
    const event = { type: "objection.file-announced" as const, data: { evidence: slot.evidenceId } }
    await changeObjection(ctx, objection, {}, event, [putEvidence(slot)])
  },
)

/**
 * The permission to send a file to the slot that waits for one.
 * @param redirectTo where a browser goes on to after the upload
 * @returns undefined where no slot waits, or the objection is decided
 * @throws {DomainError} what `followObjection` throws; unavailable while uploads are shut
 */
export const permitObjectionFile = verb(
  { name: "objection.permitFile", by: ["visitor"], input: Keys.extend({ redirectTo: z.url() }) },
  async (ctx, { redirectTo, ...keys }): Promise<Upload | undefined> => {
    const objection = await openedObjection(keys)
    if (dueAt(objection) === undefined) return undefined
    const slot = await freeAmong(await slotsOf(objection.objectionId, ctx.now))
    if (!slot) return undefined
    await requireOpen("uploads")
    return uploadOf(slot, { redirectTo, sizeBytesMax: objectionFileBytesMax })
  },
)
