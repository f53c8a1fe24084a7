import { type Campaign, type Figure, getCampaign } from "@/lib/campaign"
import type { Context } from "@/lib/kernel/context"
import { DomainError, type Issue, isDomainError } from "@/lib/kernel/errors"
import type { FrozenFigure, NoticeText } from "./notice"
import { readReference, referencesIn, type Wanted } from "./references"

/** Of the status that is named; else the final one, or the interim one where none is final. Never a running count. */
export const meant = (figures: readonly Figure[], { metric, status }: Wanted): Figure | undefined => {
  const statuses = status ? [status] : (["final", "interim"] as const)
  return statuses
    .map((one) => figures.find((figure) => figure.metric === metric && figure.status === one))
    .find((figure) => figure !== undefined)
}

/**
 * What the references of a text stand for now.
 * @throws {DomainError} invalid `figure-unknown`, naming the language and the reference
 */
export const resolveFigures = async (ctx: Context, { body }: NoticeText): Promise<FrozenFigure[]> => {
  const texts = [...new Set([...referencesIn(body.zh), ...referencesIn(body.en)])]
  const slugs = new Set(texts.flatMap((text) => readReference(text)?.campaign ?? []))
  const campaigns = (await Promise.all([...slugs].map((slug) => campaignWithFigures(ctx, slug)))).flat()
  const found = new Map(texts.flatMap((text) => freeze(text, campaigns)).map((one) => [one.reference, one]))
  const issues = (["zh", "en"] as const).flatMap((language): Issue[] =>
    referencesIn(body[language])
      .filter((text) => !found.has(text))
      .map((text) => ({ path: ["body", language], rule: "figure-unknown", params: { reference: text } })),
  )
  if (issues.length > 0) throw new DomainError("invalid", { issues })
  return [...found.values()]
}

type WithFigures = { readonly campaign: Campaign; readonly figures: readonly Figure[] }

const campaignWithFigures = async (ctx: Context, slug: string): Promise<WithFigures[]> => {
  try {
    return [await getCampaign(ctx, { slug })]
  } catch (error) {
    if (isDomainError(error) && error.code === "not-found") return []
    throw error
  }
}

const freeze = (text: string, campaigns: readonly WithFigures[]): FrozenFigure[] => {
  const wanted = readReference(text)
  const figures = campaigns.find(({ campaign }) => campaign.slug === wanted?.campaign)?.figures ?? []
  const figure = wanted && meant(figures, wanted)
  if (!figure) return []
  const { metric, value, status, precision, asOf, publishedOn, counts, ledger } = figure
  const frozen = { reference: text, campaign: wanted.campaign, metric, value, status, precision, asOf }
  return [{ ...frozen, publishedOn, counts, revision: ledger?.revision }]
}
