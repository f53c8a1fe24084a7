import { z } from "zod"
import { commit } from "@/lib/audit"
import { verb } from "@/lib/kernel/verb"
import { countBytes } from "@/lib/limits"
import { settingsNow } from "@/lib/settings"
import { findVersion } from "@/lib/store/objects/read"
import { copyLocked, deleteObject } from "@/lib/store/objects/write"
import { type EvidenceState, fromIncomingKey, sealedKey } from "./evidence"
import { judge } from "./judge"
import { planOf } from "./preview/kinds"
import { readObject } from "./read-object"
import { changeEvidence, findEvidence } from "./record"
import { lockedUntil } from "./retention"
import { scanAtSealing } from "./scan/scan-evidence"

/**
 * Looks at an object that arrived, believing nothing that was said of it, and seals it if it is what it should be. What
 * takes longer, a scan and the sanitised copy, comes after.
 * Done twice, the second changes nothing. An object that no announcement waits for is left to expire.
 * @returns the file's state afterwards, undefined for an object that belongs to no tip
 */
export const inspectEvidence = verb(
  { name: "evidence.inspect", by: ["system"], input: z.object({ key: z.string() }) },
  async (ctx, { key }): Promise<EvidenceState | undefined> => {
    const from = fromIncomingKey(key)
    const evidence = from && (await findEvidence(from))
    if (!from || !evidence) return undefined
    if (evidence.state === "verified") await dropLater(key)
    if (evidence.state !== "announced") return evidence.state
    const object = await readObject(key)
    if (!object) return evidence.state
    const { eTag, ...finding } = object
    const judgement = judge(finding, evidence.announced)
    const stored = { name: evidence.announced?.name ?? from.name, ...finding }
    if (judgement.state === "verified") await sealOriginal(key, eTag, sealedKey(from), ctx.now)
    await commit(ctx, {
      file: from.tipId,
      subject: from.evidenceId,
      from: evidence,
      event:
        judgement.state === "verified"
          ? { type: "evidence.verified", data: { ...judgement, ...stored } }
          : { type: "evidence.rejected", data: { ...judgement, ...stored } },
      record: (next) =>
        changeEvidence(evidence, next, {
          ...judgement,
          stored,
          inspectedAt: ctx.now,
          ...(judgement.state === "verified"
            ? { scan: scanAtSealing(ctx.now), ...(planOf(stored) ? {} : { hasPreview: false }) }
            : {}),
        }),
    })
    if (judgement.state === "verified") await countBytes(stored.sizeBytes)
    return judgement.state
  },
)

/**
 * A permission cannot be taken back before it ends, but what it still lets in counts nowhere: a file is the first object
 * that was sealed. Also drops what the sealed copy was made of.
 */
const dropLater = async (key: string) => {
  const versionId = await findVersion(key)
  if (versionId !== undefined) await deleteObject(key, versionId)
}

/** Copies exactly the bytes that were read (`eTag`) to where nobody can change them. */
const sealOriginal = async (key: string, eTag: string, sealed: string, now: string) =>
  copyLocked({ key, eTag }, sealed, lockedUntil("received", now, (await settingsNow()).retention))
