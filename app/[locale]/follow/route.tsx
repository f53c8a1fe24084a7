import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { entryShown } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { readReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { wordsFor } from "@/app/_words"
import { deedIn, opened } from "./did"
import { FollowForm, followForm, mayWork } from "./follow-form"

export const dynamic = "force-dynamic"

const wasOpened = (request: Request) => new URL(request.url).searchParams.has(opened)

export const GET = documentRoute(async (call) => {
  const { request, ctx, locale } = call
  const [receipt, entry] = [await readReceiptCookie(request), await entryShown(call)]
  if (!receipt || entry?.form === followForm)
    return html(
      <FollowForm
        locale={locale}
        entry={entry}
        did={deedIn(request)}
        isForgotten={!receipt && wasOpened(request)}
      />,
      { policy: { scripts: mayWork(entry) } },
    )
  // What reads a report is loaded by who has one to show (docs/decisions/0091).
  const { showFollowed } = await import("./show-followed")
  return showFollowed(ctx, receipt, locale, { entry, did: deedIn(request) })
})

export const POST = formRoute({
  name: followForm,
  page: "/follow",
  // The code is not repeated on a page.
  keeps: (locale) => ({ number: wordsFor(locale, "follow")("number"), answer: "" }),
  send: async (call) => (await import("./open-report")).openReport(call),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
