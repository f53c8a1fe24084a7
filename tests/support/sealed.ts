import { announceEvidence } from "@/lib/evidence"
import { submitted } from "./factory"
import { reporterOf } from "./people"
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
