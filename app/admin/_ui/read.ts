import type { Fields } from "@/app/admin/_gate/fields"
import { type Metric, metrics, type PublishedStatus, publishedStatuses } from "@/lib/campaign"
import { type Outcome, outcomes } from "@/lib/case"
import { type KeyScope, keyScopes } from "@/lib/kernel/actor"
import { invalid } from "@/lib/kernel/errors"
import { type DeclineReason, declineReasons } from "@/lib/tip"

const oneOf =
  <Choice extends string>(name: string, choices: readonly Choice[]) =>
  (text: string): Choice => {
    const found = choices.find((choice) => choice === text)
    if (!found) throw invalid([name], text === "" ? "required" : "not-an-option")
    return found
  }

/** What a form's choice stands for. @throws {DomainError} invalid */
export const declineReasonOf: (text: string) => DeclineReason = oneOf("reason", declineReasons)
export const outcomeOf: (text: string) => Outcome = oneOf("outcome", outcomes)
export const metricOf: (text: string) => Metric = oneOf("metric", metrics)
export const publishedStatusOf: (text: string) => PublishedStatus = oneOf("status", publishedStatuses)

/** Several choices in one, by spaces. Of what is none, nothing is left, which the verb refuses. */
export const scopesOf = (text: string): KeyScope[] =>
  keyScopes.filter((scope) => text.split(" ").includes(scope))

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
