import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { consoleVeil } from "@/app/admin/_gate/console-veil"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Radios } from "@/app/admin/_ui/form/radios"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { Section } from "@/app/admin/_ui/parts"
import { give } from "@/app/admin/(staff)/second-look/actions"
import { textsOf } from "@/app/admin/(staff)/tips/_parts/copies"
import { ReasonField } from "@/app/admin/(staff)/tips/_parts/reason-field"
import { TipContent } from "@/app/admin/(staff)/tips/_parts/tip-content"
import { TipEvidence } from "@/app/admin/(staff)/tips/_parts/tip-evidence"
import { TipTalk } from "@/app/admin/(staff)/tips/_parts/tip-talk"
import { listEvidence } from "@/lib/evidence"
import { numberOf } from "@/lib/reporter"
import { nextLook, verdicts } from "@/lib/second-look"
import { getSettings } from "@/lib/settings"

const SecondLookPage = consolePage(async ({ ctx, person, locale, search }) => {
  const t = wordsFor(locale, "consoleSecondLook")
  const [next, { entries }] = await Promise.all([nextLook(ctx, {}), getSettings(ctx, {})])
  const done = search.done === "yes" ? <p role="status">{t("done")}</p> : null
  if (!next)
    return (
      <>
        <Heading locale={locale} title={t("title")} />
        {done}
        <p className="empty">{t("empty")}</p>
      </>
    )
  const { tip, messages, look } = next
  const { tipId } = tip
  const evidence = await listEvidence(ctx, { tipId })
  const texts = await textsOf(evidence)
  return (
    <>
      {done}
      <div className="head">
        <Heading locale={locale} title={`${t("title")} ${numberOf(tipId)}`}>
          {t("title")} <span className="number">{numberOf(tipId)}</span>
        </Heading>
        <a className="jump" href="#acts">
          {wordsFor(locale, "consoleTip")("acts")}
        </a>
      </div>
      <p className="quiet">{t("lead")}</p>
      <div className="columns">
        <div>
          <TipContent locale={locale} tip={tip} entries={entries} />
          <TipTalk locale={locale} messages={messages} />
          <TipEvidence
            locale={locale}
            now={ctx.now}
            person={person}
            tipId={tipId}
            evidence={evidence}
            texts={texts}
            isVeiled={await consoleVeil()}
          />
        </div>
        <div>
          <Section id="acts" title={t("ask")}>
            <ActionForm action={give} carries={{ ...look }}>
              <Radios
                name="verdict"
                label={t("verdict")}
                options={verdicts.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
              />
              <ReasonField locale={locale} label={t("reason")} entries={entries} />
              <Send kind="main" shortcut="g">
                {t("go")}
              </Send>
            </ActionForm>
          </Section>
        </div>
      </div>
    </>
  )
})
export default SecondLookPage
