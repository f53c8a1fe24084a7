import { html } from "@/app/_document/html"
import { documentRoute, seeOther } from "@/app/_document/route/document-route"
import { entryShown, withEntry } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { readReceiptCookie, setReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { reporterContext } from "@/app/_http/request-context"
import { viewerOrigin } from "@/app/_http/viewer"
import { wordsFor } from "@/app/_words"
import { DomainError } from "@/lib/kernel/errors"
import { openReceipt } from "@/lib/reporter"
import { deedIn } from "./did"
import { FollowForm, followForm, mayWork } from "./follow-form"
import { showFollowed } from "./show-followed"

export const dynamic = "force-dynamic"

/** Marks the way from a right number and code to the report: without its cookie the page says why it cannot open. */
const opened = "opened"
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
  return showFollowed(reporterContext(ctx, receipt), locale, { entry, did: deedIn(request) })
})

export const POST = formRoute({
  name: followForm,
  page: "/follow",
  // The code is not repeated on a page.
  keeps: (locale) => ({ number: wordsFor(locale, "follow")("number"), answer: "" }),
  send: async ({ request, ctx, locale, typed }) => {
    const { number = "", code = "", answer, key, proof } = typed
    const missing = Object.entries({ number, code }).filter(([, text]) => text.trim() === "")
    if (missing.length > 0)
      throw new DomainError("invalid", {
        issues: missing.map(([name]) => ({ path: [name], rule: "required" })),
      })
    const work = key && proof ? { work: { key, proof } } : {}
    const { tipId } = await openReceipt(ctx, { number, code, origin: viewerOrigin(request, ctx), ...work })
    return seeOther(
      withEntry(`/${locale}/follow?${opened}=yes`, answer),
      await setReceiptCookie({ tipId, code, isKept: true }),
    )
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
