import type { ReactNode } from "react"
import { asset } from "@/app/_document/asset"
import { Document } from "@/app/_document/document"
import { EntryField } from "@/app/_document/form"
import { BackLink, Button, Inset, SummaryList } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { Shut } from "@/app/_document/shut"
import { refusalLine } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { type FieldName, isNeeded, stepOf } from "@/app/[locale]/report/steps"
import { UnderstoodTargets } from "@/app/[locale]/report/understood/targets"
import { Wipe } from "@/app/[locale]/report/wipe"
import type { Known } from "@/lib/case"
import type { Valve } from "@/lib/limits"
import { type Draft, offersNews } from "@/lib/reporter"
import type { Understood } from "@/lib/tip"

type Props = {
  readonly locale: Locale
  readonly draft: Draft
  readonly targets: readonly Understood[]
  /** Sites that others reported, with how often. */
  readonly known: readonly Known[]
  readonly form: SendForm
  readonly valve: Valve
  /** Of the report as it was sent and not taken. */
  readonly entry: ShownEntry | undefined
}

export type SendForm = {
  /** The report's own key; the token says when this page was shown for it. */
  readonly key: string
  readonly token: string
}

/** All answers, each with a link to change it; from here the report is sent. */
export const CheckPage = ({ locale, draft, targets, known, form, valve, entry }: Props) => {
  const t = wordsFor(locale, "report")
  const refusal = entry?.refusal
  // What an administrator says stands on the page anyway.
  const notice =
    refusal && refusalLine(locale, refusal, refusal.publicMessage ? t("shut.notSent") : undefined)
  const choiceText = wordsFor(locale, "choices")
  const row = (id: FieldName, value: ReactNode) => ({
    key: t(`short.${id}`),
    value: draft[id] === undefined ? t(isNeeded(id) ? "check.open" : "check.none") : value,
    change: {
      href: `/${locale}/report/${stepOf(id)}?from=check`,
      text: t(draft[id] === undefined ? "check.answer" : "check.change"),
      about: t(`short.${id}`),
    },
  })
  const choice = <Value extends string>(value: Value | undefined, say: (value: Value) => string) =>
    value === undefined ? null : say(value)
  return (
    <Document
      locale={locale}
      path="/report/check"
      title={t("check.title")}
      isPrivate
      entry={entry}
      modules={["draft.js", "proof.js"]}
      before={<BackLink href={`/${locale}/report/contact`} text={t("back")} />}
    >
      {notice ? <Inset>{notice}</Inset> : null}
      <h1 className="govuk-heading-l">{t("check.title")}</h1>
      <Shut locale={locale} valve={valve} />
      <SummaryList
        rows={[
          row(
            "category",
            choice(draft.category, (value) => choiceText(`categories.${value}`)),
          ),
          row("targets", <UnderstoodTargets locale={locale} targets={targets} />),
          row("work", draft.work ?? ""),
          row("rightHolder", draft.rightHolder ?? ""),
          row(
            "paysBy",
            choice(draft.paysBy, (value) => choiceText(`earnings.${value}`)),
          ),
          row(
            "urgency",
            choice(draft.urgency, (value) => choiceText(`urgencies.${value}`)),
          ),
          row("description", <span className="portal-typed">{draft.description ?? ""}</span>),
          row(
            "hasFiles",
            choice(draft.hasFiles, (value) => t(value)),
          ),
          row("contact", draft.contact),
          ...(offersNews() && draft.contact ? [row("news", t("newsYes"))] : []),
        ]}
      />
      {known.length > 0 ? (
        <Inset>
          {known.map(({ site, reports }) => (
            <p className="govuk-body" key={site}>
              {t("check.known", { site, reports })}
            </p>
          ))}
        </Inset>
      ) : null}
      <form
        method="post"
        action={`/${locale}/report/check`}
        data-proof={asset("proof-worker.js").href}
        data-proof-words={t("proving")}
      >
        <EntryField entry={entry} />
        <input type="hidden" name="key" value={form.key} />
        <input type="hidden" name="formToken" value={form.token} />
        <input type="hidden" name="proof" />
        <p className="govuk-body">{t("check.before")}</p>
        <p className="govuk-hint" role="status" data-proof-status />
        <Button>{t("submit")}</Button>
      </form>
      <Wipe locale={locale} />
    </Document>
  )
}
