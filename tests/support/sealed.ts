import { announceEvidence, findEvidence, previewEvidence, previewOf } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { submitted } from "./factory"
import { reporterOf, system } from "./people"
import { arrivedKey, inspect, send } from "./upload"

/** A file that was sent, verified and sealed, as the first step of the inspection leaves it. */
export const sealedFile = async (name = "notes.txt", bytes: Uint8Array = Buffer.from("plain words\n")) => {
  const { tipId } = await submitted()
  const upload = await announceEvidence(reporterOf(tipId), { tipId })
  await send(upload, name, bytes)
  await inspect(upload, name)
  const ids = { tipId, evidenceId: upload.evidenceId }
  return { ...ids, ids, arrived: arrivedKey(upload, name) }
}

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }

/** Has the sanitised copy of a sealed file made, as the second step does. */
export const draw = (ids: Ids) => previewEvidence(system(), { key: sealedKey(ids) })

/** A sealed file of which a copy was made, or given up. */
export const drawnFile = async (name: string, bytes: Uint8Array) => {
  const file = await sealedFile(name, bytes)
  await draw(file.ids)
  return file
}

/** The bytes of a file's sanitised copy, undefined where there is none. */
export const copyOf = async (ids: Ids): Promise<Buffer | undefined> => {
  const evidence = await findEvidence(ids)
  const body = evidence && (await previewOf(evidence))
  return body && Buffer.from(await new Response(body as unknown as ReadableStream).arrayBuffer())
}
