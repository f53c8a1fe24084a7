import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { ButtonLink, Inset } from "@/app/_document/parts"
import { Shut } from "@/app/_document/shut"
import { type Locale, wordsFor } from "@/app/_words"
import type { Valve } from "@/lib/limits"
import { draftHoursMax } from "@/lib/reporter"
import { Wipe } from "./wipe"

type Props = {
  readonly locale: Locale
  /** Where a report that was begun goes on, below this page. */
  readonly next?: string | undefined
  /** Answers were expected and are not there. */
  readonly isLost: boolean
  readonly valve: Valve
}

export const StartPage = ({ locale, next, isLost, valve }: Props) => {
  const t = wordsFor(locale, "report")
  return (
    <Document
      locale={locale}
      path="/report"
      title={t("title")}
      description={t("description")}
      modules={["draft.js"]}
      before={<Breadcrumbs locale={locale} />}
    >
      {isLost ? <Inset>{t("lost", { hours: draftHoursMax })}</Inset> : null}
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <Shut locale={locale} valve={valve} />
      <p className="govuk-body">{t("lead")}</p>
      <p className="govuk-body">
        {t("privacy")}{" "}
        <a className="govuk-link" href={`/${locale}/privacy`}>
          {t("privacyLink")}
        </a>
      </p>
      <p className="govuk-body">{t("asked")}</p>
      <ButtonLink href={`/${locale}/report/${next ?? "kind"}`}>{t(next ? "goOn" : "start")}</ButtonLink>
      {next ? <Wipe locale={locale} /> : null}
    </Document>
  )
}
