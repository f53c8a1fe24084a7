import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { Section } from "@/app/admin/_ui/parts"
import { recordedIn, recordedInFile } from "@/app/admin/_ui/recorded"
import { Trail } from "@/app/admin/_ui/trail"
import { chainFaultKinds, listDay, listFile, verifyFile, verifyParts } from "@/lib/audit"
import { caseCalled } from "@/lib/case"
import type { Context } from "@/lib/kernel/context"
import { dayInBeijing } from "@/lib/kernel/day"
import { tipIdOf } from "@/lib/reporter"
import { ChainCheck } from "./_parts/chain-check"
import { CheckAll } from "./_parts/check-all"
import { DayFilter } from "./_parts/day-filter"

const words = ["go", "running", "files", "events", "whole", "broken", "dayDiffers", "failed"] as const
/** More of a day than this is read in the export. */
const shownMax = 200

const AuditPage = consolePage(async ({ ctx, locale, search }) => {
  const { day = "", person = "", subject = "" } = search
  const asked = { day: day || dayInBeijing(ctx.now), person, subject }
  const called = search.file?.trim()
  const [listed, found] = await Promise.all([
    listDay(ctx, { ...asked, person: person || undefined, subject: subject || undefined }),
    called ? fileCalled(ctx, called) : undefined,
  ])
  const t = wordsFor(locale, "consoleDesk")
  return (
    <>
      <Heading locale={locale} title={t("audit.title")} />
      <div className="columns">
        <Section id="day" title={t("audit.lead", { day: asked.day })}>
          <DayFilter locale={locale} asked={asked} listed={listed} />
          {listed.events.length === 0 ? <p className="empty">{t("audit.empty")}</p> : null}
          {listed.events.length > shownMax ? (
            <p className="hint">{t("audit.more", { shown: shownMax, count: listed.events.length })}</p>
          ) : null}
          <Trail
            locale={locale}
            events={listed.events.slice(0, shownMax)}
            nameFile
            recorded={new Map(listed.events.map(({ eventId, data }) => [eventId, recordedIn(data)]))}
          />
        </Section>
        <Section id="verify" title={t("audit.verify")}>
          <p className="hint">{t("audit.verifyNote")}</p>
          <form method="get" className="field">
            <input type="hidden" name="day" value={asked.day} />
            <label htmlFor="file">{t("audit.file")}</label>
            <input id="file" name="file" defaultValue={called} />
            <p>
              <button type="submit">{t("audit.go")}</button>
            </p>
          </form>
          {found ? (
            found.events.length === 0 && found.checked.faults.length === 0 ? (
              <p role="status">{t("audit.unknown")}</p>
            ) : (
              <>
                <ChainCheck locale={locale} {...found.checked} />
                <Trail locale={locale} events={found.events} recorded={recordedInFile(found.events)} />
              </>
            )
          ) : null}
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

/** What people call a record: a receipt's number, a case's number, or the record's own identifier. */
const fileCalled = async (ctx: Context, called: string) => {
  const named = await fileOf(ctx, called)
  const tipId = tipIdOf(called)
  if (named.events.length > 0 || !tipId) return named
  return fileOf(ctx, tipId)
}

const fileOf = async (ctx: Context, called: string) => {
  const file = (await caseCalled(called))?.caseId ?? called
  const [events, checked] = await Promise.all([listFile(ctx, { file }), verifyFile(ctx, { file })])
  return { events, checked }
}
