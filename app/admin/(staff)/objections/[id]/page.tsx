import { wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { shownText } from "@/app/_words/shown-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { consoleVeil } from "@/app/admin/_gate/console-veil"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Radios } from "@/app/admin/_ui/form/radios"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { Badge, DemoMark, Facts, Section } from "@/app/admin/_ui/parts"
import { siteHref } from "@/app/admin/_ui/site-href"
import { To } from "@/app/admin/_ui/to"
import { Trail } from "@/app/admin/_ui/trail"
import { When } from "@/app/admin/_ui/when"
import { Due } from "@/app/admin/(staff)/objections/_parts/due"
import { answer, decide } from "@/app/admin/(staff)/objections/actions"
import { textsOf } from "@/app/admin/(staff)/tips/_parts/copies"
import { TipEvidence } from "@/app/admin/(staff)/tips/_parts/tip-evidence"
import { listEvidence } from "@/lib/evidence"
import { answerObjection, decideObjection, getObjection, objectionAfter } from "@/lib/objection"

const ObjectionPage = consolePage(async ({ ctx, person, locale, params }) => {
  const id = params.id ?? ""
  const [{ objection, events }, evidence] = await Promise.all([
    getObjection(ctx, { objectionId: id }),
    listEvidence(ctx, { tipId: id }),
  ])
  const texts = await textsOf(evidence)
  const t = wordsFor(locale, "consoleObjection")
  const { objectionId, version, status, site, siteName, caseIds } = objection
  const seen = { objectionId, version }
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("objection")} ${siteName ?? site}`} />
        <Badge tone={status === "upheld" ? "good" : "calm"}>{t(`status.${status}`)}</Badge>
        <DemoMark locale={locale} demo={objection.demo} />
      </div>
      <div className="columns">
        <div>
          <Section id="text" title={t("text")}>
            <p className="typed" lang={languageTags[objection.locale]}>
              {shownText(objection.text)}
            </p>
            <Facts
              facts={[
                [
                  t("site"),
                  <To key="site" href={siteHref(site)}>
                    {shownText(siteName ?? site)}
                  </To>,
                ],
                [t("received"), <When key="at" locale={locale} at={objection.receivedAt} />],
                [t("due"), <Due key="due" locale={locale} now={ctx.now} objection={objection} />],
                [
                  t("cases"),
                  caseIds.map((caseId) => (
                    <div key={caseId}>
                      <To href={`/admin/cases/${caseId}`}>{caseId}</To>
                    </div>
                  )),
                ],
                objection.answer ? [t("answer"), objection.answer] : undefined,
                objection.wording ? [t("wording"), objection.wording] : undefined,
                objection.decidedBy ? [t("decided"), objection.decidedBy.name] : undefined,
              ]}
            />
          </Section>
          <TipEvidence
            locale={locale}
            now={ctx.now}
            person={person}
            tipId={objectionId}
            evidence={evidence}
            texts={texts}
            isVeiled={await consoleVeil()}
          />
          {objectionAfter(status, "answer") && may(person, answerObjection) ? (
            <Section id="answer" title={t("answer")}>
              <ActionForm action={answer} carries={seen}>
                <Field name="answer" kind="area" label={t("answer")} hint={t("answerHint")} />
                <Send>{t("sendAnswer")}</Send>
              </ActionForm>
            </Section>
          ) : null}
          {objectionAfter(status, "uphold") && may(person, decideObjection) ? (
            <Section id="decide" title={t("decide")}>
              <p className="quiet">{t("second")}</p>
              <ActionForm action={decide} carries={seen}>
                <Radios
                  name="outcome"
                  label={t("outcome")}
                  options={[
                    { value: "uphold", label: t("outcomes.uphold"), hint: t("upholdHint") },
                    { value: "reject", label: t("outcomes.reject") },
                  ]}
                />
                <Field name="wording" kind="area" label={t("wording")} rows={5} />
                <Send kind="main">{t("sendDecision")}</Send>
              </ActionForm>
            </Section>
          ) : null}
        </div>
        <Section id="trail" title={wordsFor(locale, "console")("trail.title")}>
          <Trail locale={locale} events={events} />
        </Section>
      </div>
    </>
  )
})
export default ObjectionPage
