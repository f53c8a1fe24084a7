import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { entryOf } from "@/app/_document/route/form-entry"
import { formRoute } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { wordsFor } from "@/app/_words"
import { verifyStatement } from "@/lib/reporter"
import { VerifyPage } from "./verify-page"

export const dynamic = "force-dynamic"

const path = "/receipt/verify"

export const GET = documentRoute(async (call) => {
  const { ctx, locale } = call
  const entry = await entryOf(call, path)
  const isAsked = entry !== undefined && entry.refusal === undefined
  const verification = isAsked
    ? await verifyStatement(ctx, { statement: entry.typed.statement ?? "" })
    : undefined
  return html(<VerifyPage locale={locale} entry={entry} verification={verification} />)
})

export const POST = formRoute({
  name: path,
  page: path,
  keeps: (locale) => ({ statement: wordsFor(locale, "receipt")("statement") }),
  send: async ({ ctx, typed, showTyped }) => {
    // Refuses what is no statement at all; what a statement is worth the page says, each time it is loaded.
    await verifyStatement(ctx, { statement: typed.statement ?? "" })
    return showTyped()
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
