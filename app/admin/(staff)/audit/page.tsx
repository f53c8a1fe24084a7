import { consolePage } from "@/app/_adapter/console-page"
import { ChainCheck } from "@/app/_ui/desk/chain-check"
import { Heading } from "@/app/_ui/heading"
import { Section } from "@/app/_ui/parts"
import { Trail } from "@/app/_ui/trail"
import { wordsFor } from "@/app/_words"
import { listDay, verifyFile } from "@/lib/audit"

const AuditPage = consolePage(async ({ ctx, locale, search }) => {
  const day = search.day || ctx.now.slice(0, 10)
  const file = search.file?.trim()
  const [events, checked] = await Promise.all([
    listDay(ctx, { day }),
    file ? verifyFile(ctx, { file }) : undefined,
  ])
  const t = wordsFor(locale, "consoleDesk")
  return (
    <>
      <Heading locale={locale} title={t("audit.title")} />
      <div className="columns">
        <Section id="day" title={t("audit.lead", { day })}>
          <form method="get" className="field buttons">
            <label htmlFor="day-of">{t("audit.day")}</label>
            <input id="day-of" type="date" name="day" defaultValue={day} />
            <button type="submit">{t("audit.show")}</button>
          </form>
          {events.length === 0 ? <p className="empty">{t("audit.empty")}</p> : null}
          <Trail locale={locale} events={events} nameFile />
        </Section>
        <Section id="verify" title={t("audit.verify")}>
          <p className="hint">{t("audit.verifyNote")}</p>
          <form method="get" className="field">
            <input type="hidden" name="day" value={day} />
            <label htmlFor="file">{t("audit.file")}</label>
            <input id="file" name="file" defaultValue={file} />
            <p>
              <button type="submit">{t("audit.go")}</button>
            </p>
          </form>
          {checked ? <ChainCheck locale={locale} {...checked} /> : null}
        </Section>
      </div>
    </>
  )
})
export default AuditPage
