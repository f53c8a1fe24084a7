import { seeOther } from "@/app/_document/route/document-route"
import { refusing } from "@/app/_document/route/refusing"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { wordsFor } from "@/app/_words"
import { dateText } from "@/app/_words/date-text"
import { setting } from "@/lib/kernel/config"
import { followTip } from "@/lib/reporter"

export const dynamic = "force-dynamic"

/** Number and code as a text to keep, while the person may still see them. */
export const GET = reporterRoute(async ({ locale, receipt, reporter }) => {
  if (receipt.isKept) return seeOther(`/${locale}/follow`)
  const { number, receivedAt } = await followTip(reporter, {})
  const t = wordsFor(locale, "report")
  const lines = [
    t("receipt.title"),
    "",
    `${t("saved.number")}: ${number}`,
    `${t("saved.code")}: ${receipt.code}`,
    `${t("receipt.file.when")}: ${dateText(locale, receivedAt)} (${receivedAt})`,
    `${t("receipt.file.follow")}: ${new URL(`/${locale}/follow`, setting("SITE_URL"))}`,
    "",
    t("receipt.secret"),
    "",
  ]
  return new Response(lines.join("\r\n"), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="receipt-${number}.txt"`,
    },
  })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
