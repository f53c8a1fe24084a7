import { draftCookie } from "@/app/_document/route/draft-cookie"
import type { Context } from "@/lib/kernel/context"
import type { Draft } from "@/lib/reporter"

/** What the one who asks has filled in so far; undefined without a cookie, or when it is kept no longer. */
export const currentDraft = async (ctx: Context, request: Request): Promise<Draft | undefined> => {
  const secret = draftCookie.read(request)
  if (!secret) return undefined
  // Loaded with the first draft: what checks one is much, and who comes to report has none yet.
  const { openDraft } = await import("@/lib/reporter")
  return openDraft(ctx, { secret })
}
