import { Readable } from "node:stream"
import { previewPolicy } from "@/app/admin/_gate/console-policy"
import { copyTypeOf, listEvidence, previewOf } from "@/lib/evidence"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"

/**
 * The sanitised copy of a file, for whoever may see its tip. The browser is told to treat it as nothing but an image
 * or plain text.
 * @throws {DomainError} what `listEvidence` throws; not-found `evidence`
 */
export const preview = async (ctx: Context, { id, eid }: { id: string; eid: string }): Promise<Response> => {
  const evidence = await listEvidence(ctx, { tipId: id })
  const shown = evidence.find(({ evidenceId, hasPreview }) => evidenceId === eid && hasPreview)
  const copy = shown && (await previewOf(shown))
  if (!copy) throw new DomainError("not-found", { reason: "evidence" })
  return new Response(Readable.toWeb(copy) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": copyTypeOf(shown) === "text/plain" ? "text/plain; charset=utf-8" : "image/webp",
      "content-disposition": "inline",
      "content-security-policy": previewPolicy,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  })
}
