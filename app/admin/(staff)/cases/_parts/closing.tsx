import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { confirm, propose, reopen } from "@/app/admin/(staff)/cases/actions"
import { ReferralStatusBadge } from "@/app/admin/(staff)/referrals/_parts/referral-status"
import type { Authority } from "@/lib/authority"
import { type Case, caseAfter, outcomes, siteNameOf } from "@/lib/case"
import type { Person } from "@/lib/kernel/actor"
import { confirmClosing, isEnded, proposeClosing, type Referral, reopenCase } from "@/lib/referral"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly found: Case
  readonly referrals: readonly Referral[]
  readonly authorities: readonly Authority[]
}

/** Closing a case takes two: one proposes the outcome, another confirms it. */
export const Closing = ({ locale, person, found, referrals, authorities }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  const { caseId, version, closing, status, outcome } = found
  const seen = { caseId, version }
  if (!caseAfter(status, "propose-closing"))
    return (
      <Section id="closing" title={t("closing")}>
        <p>{outcome ? t("closed", { outcome: t(`outcomes.${outcome}`) }) : t("closedByMerge")}</p>
        <Confirms locale={locale} found={found} />
        {closing?.note ? <p className="typed">{shownText(closing.note)}</p> : null}
        {may(person, reopenCase) ? (
          <ActionForm fold={t("reopen")} action={reopen} carries={seen}>
            <Field name="reason" kind="area" label={t("reason")} />
            <Send>{t("reopen")}</Send>
          </ActionForm>
        ) : null}
      </Section>
    )
  const open = referrals.filter((referral) => !isEnded(referral))
  const nameOf = (id: string) => authorities.find(({ authorityId }) => authorityId === id)?.name[locale] ?? id
  const isOwn = closing?.by.id === person.id
  return (
    <Section id="closing" title={t("closing")}>
      {open.length > 0 ? (
        <>
          <p>{t("openReferrals", { count: open.length })}</p>
          <ul>
            {open.map(({ referralId, authorityId, status: stands }) => (
              <li key={referralId}>
                {nameOf(authorityId)} <ReferralStatusBadge locale={locale} status={stands} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {closing ? (
        <>
          <p>{t("proposed", { name: closing.by.name, outcome: t(`outcomes.${closing.outcome}`) })}</p>
          <Confirms locale={locale} found={found} />
          {closing.note ? <p className="typed">{shownText(closing.note)}</p> : null}
          {isOwn ? <p className="quiet">{t("waitForSecond")}</p> : null}
        </>
      ) : null}
      {closing && !isOwn && open.length === 0 && may(person, confirmClosing) ? (
        <ActionForm action={confirm} carries={seen} className="inline">
          <Send kind="main">{t("confirm")}</Send>
        </ActionForm>
      ) : null}
      {may(person, proposeClosing) ? (
        <ActionForm fold={t(closing ? "proposeAgain" : "propose")} action={propose} carries={seen}>
          <Field
            name="outcome"
            kind="select"
            label={t("outcome")}
            options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          />
          <Field
            name="note"
            kind="area"
            label={t("note")}
            optional={wordsFor(locale, "console")("form.optional")}
          />
          <Checks
            name="sites"
            label={t("confirmedSites")}
            hint={t("confirmedSitesHint")}
            options={found.sites.map((site) => ({
              name: `confirms ${site}`,
              label: shownText(nameIn(found, site)),
              isTicked: closing?.sites?.includes(site),
            }))}
          />
          <Send>{t("propose")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

const nameIn = (found: Case, site: string) => (site === found.site ? siteNameOf(found) : site)

/** What a closing puts on the confirmed list; nothing is said of closings from before there was one. */
const Confirms = ({ locale, found }: { locale: Locale; found: Case }) => {
  const t = wordsFor(locale, "consoleCase")
  const sites = found.closing?.sites
  if (!sites) return null
  if (sites.length === 0) return <p>{t("confirmsNone")}</p>
  return (
    <p>
      {t("confirms", { sites: sites.map((site) => shownText(nameIn(found, site))).join(t("sitesJoin")) })}
    </p>
  )
}
