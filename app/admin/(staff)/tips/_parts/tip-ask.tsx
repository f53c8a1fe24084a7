import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { Radios } from "@/app/admin/_ui/form/radios"
import { ReadyTexts } from "@/app/admin/_ui/form/ready-texts"
import { Send } from "@/app/admin/_ui/form/send"
import { ask, duplicate } from "@/app/admin/(staff)/tips/actions"
import type { Original } from "@/lib/desk"
import type { Entry } from "@/lib/settings"
import { answerDueAt, awaitsAnswer, type Tip } from "@/lib/tip"

type Props = { readonly locale: Locale; readonly tip: Tip }
type Deciding = Props & {
  readonly flow: string
  /** What is often asked. */
  readonly questions: readonly Entry[]
  /** What the tip may be a duplicate of. */
  readonly originals: readonly Original[]
}

/** What a moderator may do instead of accepting or declining: ask, or say that it is known. */
export const AskOrKnown = ({ locale, tip, flow, questions, originals }: Deciding) => {
  const { tipId, version } = tip
  const t = wordsFor(locale, "consoleTip")
  return (
    <>
      <ActionForm fold={t("ask")} shortcut="q" action={ask} carries={{ tipId, version, flow }}>
        <ReadyTexts
          name="question"
          label={t("readyQuestions")}
          lang={languageTags[tip.locale]}
          texts={questions.map(({ code, name, text }) => ({
            code,
            name: name[locale],
            text: text?.[tip.locale] ?? "",
          }))}
        />
        <Field name="question" kind="area" rows={5} label={t("question")} hint={t("askHint")} />
        <Send>{t("ask")}</Send>
      </ActionForm>

      <ActionForm fold={t("duplicate")} shortcut="x" action={duplicate} carries={{ tipId, version, flow }}>
        {originals.length > 0 ? (
          <Radios
            name="of"
            label={t("duplicateOf")}
            options={originals.map(({ kind, number, site, by, excerpt }) => ({
              value: number,
              label: `${t(`originals.${kind}`)} ${number} · ${shownText(site)} · ${t(`originals.by.${by}`)}`,
              hint: excerpt && shownText(excerpt),
            }))}
          />
        ) : null}
        <Field
          name={originals.length > 0 ? "other" : "of"}
          label={t("duplicateField")}
          hint={t("duplicateHint")}
          optional={originals.length > 0 ? wordsFor(locale, "console")("form.optional") : undefined}
        />
        <Checks
          name="meant"
          label={t("otherSite")}
          hint={t("otherSiteHint")}
          options={[{ name: "isMeant", label: t("otherSiteMeant") }]}
        />
        <Send>{t("duplicate")}</Send>
      </ActionForm>
    </>
  )
}

/** How long the tip waits for its reporter. */
export const AnswerWait = ({ locale, tip, now }: Props & { readonly now: string }) => {
  const t = wordsFor(locale, "consoleTip")
  if (!tip.question || tip.status !== "awaiting-reporter") return null
  if (!awaitsAnswer(tip, now)) return <p>{t("overdue")}</p>
  const until = formatFor(locale).dateTime(new Date(answerDueAt(tip.question)), { dateStyle: "medium" })
  return <p>{t("waitsUntil", { until })}</p>
}
