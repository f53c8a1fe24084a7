import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { Section } from "@/app/admin/_ui/parts"
import { Trail } from "@/app/admin/_ui/trail"
import { chainFaultKinds, listDay, verifyFile, verifyParts } from "@/lib/audit"
import { ChainCheck } from "./_parts/chain-check"
import { CheckAll } from "./_parts/check-all"

const words = ["go", "running", "files", "events", "whole", "broken", "failed"] as const

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
          <h3>{t("audit.all.title")}</h3>
          <CheckAll
            words={Object.fromEntries(words.map((word) => [word, t(`audit.all.${word}`)]))}
            kinds={Object.fromEntries(chainFaultKinds.map((kind) => [kind, t(`audit.faults.${kind}`)]))}
            parts={verifyParts}
          />
        </Section>
      </div>
    </>
  )
})
export default AuditPage
