import { GetObjectCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { z } from "zod"
import { commit } from "@/lib/audit"
import { setting } from "@/lib/kernel/config"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { s3 } from "@/lib/store/bucket"
import { sealedKey } from "./evidence"
import { changeEvidence, findEvidence } from "./record"

const linkSecondsMax = 60

/**
 * A short-lived link to a sealed original, always as a download. Who opened it and why is recorded first.
 * @throws {DomainError} not-found; conflict `evidence-not-sealed`
 */
export const openOriginal = verb(
  {
    name: "evidence.openOriginal",
    by: ["moderator", "case-officer"],
    input: z.object({ tipId: z.string(), evidenceId: z.string(), reason: z.string().trim().min(5).max(500) }),
  },
  async (ctx, { reason, ...ids }): Promise<{ url: string }> => {
    const evidence = await findEvidence(ids)
    if (!evidence) throw new DomainError("not-found", { reason: "evidence" })
    if (evidence.state !== "verified") throw new DomainError("conflict", { reason: "evidence-not-sealed" })
    await commit(ctx, {
      file: ids.tipId,
      subject: ids.evidenceId,
      from: evidence,
      deed: { type: "evidence.original-opened", data: { reason } },
      record: (next) => changeEvidence(evidence, next, {}),
    })
    const fileName = encodeURIComponent(evidence.stored?.name ?? ids.evidenceId)
    const command = new GetObjectCommand({
      Bucket: setting("EVIDENCE_BUCKET"),
      Key: sealedKey(ids),
      ResponseContentDisposition: `attachment; filename*=UTF-8''${fileName}`,
      ResponseContentType: "application/octet-stream",
    })
    return { url: await getSignedUrl(s3, command, { expiresIn: linkSecondsMax }) }
  },
)
