import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { readForm } from "@/app/_http/body"
import { issueMessage } from "@/app/_http/message"
import { wordsFor } from "@/app/_words"
import { isDomainError } from "@/lib/kernel/errors"
import { verifyStatement } from "@/lib/reporter"
import { VerifyPage } from "./verify-page"

export const dynamic = "force-dynamic"

export const GET = documentRoute(async ({ locale }) => html(<VerifyPage locale={locale} />))

export const POST = documentRoute(async ({ request, ctx, locale }) => {
  const { statement = "" } = await readForm(request)
  try {
    const verification = await verifyStatement(ctx, { statement })
    return html(<VerifyPage locale={locale} typed={statement} verification={verification} />)
  } catch (error) {
    if (!isDomainError(error) || error.code !== "invalid") throw error
    const needed = wordsFor(locale, "receipt")("needed")
    const errors = error.issues.map((issue) => ({
      id: "statement",
      text: statement.trim() === "" ? needed : issueMessage(locale, issue),
    }))
    return html(<VerifyPage locale={locale} typed={statement} errors={errors} />, { status: 422 })
  }
})
