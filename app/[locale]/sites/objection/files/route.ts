import { seeOther } from "@/app/_document/route/document-route"
import { entryOf, withEntry } from "@/app/_document/route/form-entry"
import { formRoute, leadsTo } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { viewerOrigin } from "@/app/_http/viewer"
import { isDomainError } from "@/lib/kernel/errors"
import { addObjectionFile } from "@/lib/objection"

export const dynamic = "force-dynamic"

const page = "/sites/objection/follow"

export const GET = leadsTo(page)

/** Opens a place for one more file; the page then shows how it stands, also where there is none any more. */
export const POST = formRoute({
  name: "/sites/objection/files",
  page,
  send: async (call) => {
    const { request, ctx, locale } = call
    const entry = await entryOf(call, page)
    const { number = "", code = "" } = entry?.typed ?? {}
    if (entry)
      await addObjectionFile(ctx, { number, code, origin: viewerOrigin(request, ctx) }).catch(
        (error: unknown) => {
          const isShown = isDomainError(error) && ["conflict", "invalid", "unavailable"].includes(error.code)
          if (!isShown) throw error
        },
      )
    return seeOther(withEntry(`/${locale}${page}`, entry?.ref))
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
