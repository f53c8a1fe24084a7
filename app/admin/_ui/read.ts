import type { Fields } from "@/app/admin/_gate/fields"
import type { Metric, PublishedStatus } from "@/lib/campaign"
import type { Outcome } from "@/lib/case"
import type { ReportAnswer } from "@/lib/delivery"
import { type KeyScope, keyScopes, roles } from "@/lib/kernel/actor"
import type { AuthorityId } from "@/lib/kernel/id"

/** Nothing chosen is nothing said. */
const chosen = (text: string) => text || undefined

/**
 * What a form's choice stands for. Whether it is one of the choices, the verb says, after it has looked at the role:
 * who may not act hears that, and not what was wrong with the form.
 */
export const outcomeOf = (text: string) => chosen(text) as Outcome
export const metricOf = (text: string) => chosen(text) as Metric
export const reportStateOf = (text: string) => chosen(text) as ReportAnswer["state"]
export const reportReasonOf = (text: string) => chosen(text) as ReportAnswer["reason"]
export const publishedStatusOf = (text: string) => chosen(text) as PublishedStatus

/** Several choices in one, by spaces. Of what is none, nothing is left, which the verb refuses. */
export const scopesOf = (text: string): KeyScope[] =>
  keyScopes.filter((scope) => text.split(" ").includes(scope))

/** The roles whose boxes were ticked, with the authority chosen. */
export const givenRoles = ({ text }: Fields) => ({
  roles: roles.filter((role) => text(`role.${role}`) !== ""),
  authorityId: chosen(text("given.authorityId")) as AuthorityId | undefined,
})

/** The referral that a form acts on, as the person saw it. */
export const seenReferral = ({ text, number }: Fields) => ({
  caseId: text("caseId"),
  referralId: text("referralId"),
  version: number("version"),
})

export const seenFigures = ({ text, number }: Fields) => ({
  campaign: text("campaign"),
  version: number("version"),
})

export const seenNotice = ({ text, number }: Fields) => ({ slug: text("slug"), version: number("version") })

export const noticeTextOf = ({ bilingual }: Fields) => ({
  title: bilingual("title"),
  body: bilingual("body"),
})
