import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { entryOf } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { viewerOrigin } from "@/app/_http/viewer"
import { wordsFor } from "@/app/_words"
import { storeOrigin } from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { invalid } from "@/lib/kernel/errors"
import { isShut, seeValve } from "@/lib/limits"
import { followObjection, permitObjectionFile } from "@/lib/objection"
import { FollowPage } from "./follow-page"

export const dynamic = "force-dynamic"

const path = "/sites/objection/follow"

export const GET = documentRoute(async (call) => {
  const { request, ctx, locale } = call
  const entry = await entryOf(call, path)
  const { number = "", code = "" } = entry?.typed ?? {}
  const isOpened = entry !== undefined && entry.refusal === undefined
  if (!isOpened) return html(<FollowPage locale={locale} entry={entry} />)
  const keys = { number, code, origin: viewerOrigin(request, ctx) }
  const redirectTo = `${setting("SITE_URL")}/${locale}/sites/objection/sending?sent=${entry.ref}`
  const [found, valve] = await Promise.all([followObjection(ctx, keys), seeValve(ctx, {})])
  const isOpen = found.takesFiles && !isShut(valve.state, "uploads")
  const upload = isOpen ? await permitObjectionFile(ctx, { ...keys, redirectTo }) : undefined
  return html(<FollowPage locale={locale} entry={entry} found={found} upload={upload} valve={valve} />, {
    policy: { storeOrigin: await storeOrigin(), hasFrame: true },
  })
})

export const POST = formRoute({
  name: path,
  page: path,
  // The code as well: what is kept can be read under a secret of this browser alone.
  keeps: (locale) => ({ number: wordsFor(locale, "objection")("number"), code: "" }),
  send: async ({ request, ctx, typed: { number = "", code = "" }, showTyped }) => {
    if (number.trim() === "") throw invalid(["number"], "required")
    if (code.trim() === "") throw invalid(["code"], "required")
    await followObjection(ctx, { number, code, origin: viewerOrigin(request, ctx) })
    return showTyped()
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
