import type { ReactNode } from "react"
import { Document } from "@/app/_document/document"
import { BackLink, Button, Inset, SummaryList } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import type { Known } from "@/lib/enforcement"
import type { Draft, Understood } from "@/lib/tip"
import { type FieldName, isNeeded, stepOf } from "../steps"
import { UnderstoodTargets } from "../understood/targets"
import { Wipe } from "../wipe"

type Props = {
  readonly locale: Locale
  readonly draft: Draft
  readonly targets: readonly Understood[]
  /** Sites that others reported, with how often. */
  readonly known: readonly Known[]
}

/** All answers, each with a link to change it; from here the report is sent. */
export const CheckPage = ({ locale, draft, targets, known }: Props) => {
  const t = wordsFor(locale, "report")
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
      modules={["draft.js"]}
      before={<BackLink href={`/${locale}/report/contact`} text={t("back")} />}
    >
      <h1 className="govuk-heading-l">{t("check.title")}</h1>
      <SummaryList
        rows={[
          row(
            "category",
            choice(draft.category, (value) => t(`categories.${value}`)),
          ),
          row("targets", <UnderstoodTargets locale={locale} targets={targets} />),
          row("work", draft.work),
          row("rightHolder", draft.rightHolder),
          row(
            "paysBy",
            choice(draft.paysBy, (value) => t(`earnings.${value}`)),
          ),
          row(
            "urgency",
            choice(draft.urgency, (value) => t(`urgencies.${value}`)),
          ),
          row("description", <span className="portal-typed">{draft.description}</span>),
          row(
            "hasFiles",
            choice(draft.hasFiles, (value) => t(value)),
          ),
          row("contact", draft.contact),
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
      <form method="post" action={`/${locale}/report/check`}>
        <p className="govuk-body">{t("check.before")}</p>
        <Button>{t("submit")}</Button>
      </form>
      <Wipe locale={locale} />
    </Document>
  )
}
