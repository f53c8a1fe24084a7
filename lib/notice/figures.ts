import { type Figure, getCampaign } from "@/lib/campaign"
import type { Context } from "@/lib/kernel/context"
import { DomainError, type Issue, isDomainError } from "@/lib/kernel/errors"
import type { FrozenFigure, NoticeText } from "./notice"

/** `{{figure:jianwang-2017/websites-closed}}`, or with `@interim`, `@final` or `@running`. */
const reference = /\{\{figure:([a-z0-9-]+)\/([a-z-]+)(?:@(interim|final|running))?\}\}/g

export const referencesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(reference)].map(([whole]) => whole)),
]

const standing: Readonly<Record<Figure["status"], number>> = { final: 2, interim: 1, running: 0 }

/**
 * What the references of a text stand for now.
 * @throws {DomainError} invalid `figure-unknown`, naming the language and the reference
 */
export const resolveFigures = async (ctx: Context, { body }: NoticeText): Promise<FrozenFigure[]> => {
  const found = new Map<string, FrozenFigure>()
  const issues: Issue[] = []
  for (const language of ["zh", "en"] as const)
    for (const text of referencesIn(body[language])) {
      const figure = found.get(text) ?? (await resolve(ctx, text))
      if (figure) found.set(text, figure)
      else issues.push({ path: ["body", language], rule: "figure-unknown", params: { reference: text } })
    }
  if (issues.length > 0) throw new DomainError("invalid", { issues })
  return [...found.values()]
}

const resolve = async (ctx: Context, text: string): Promise<FrozenFigure | undefined> => {
  const [[, campaign = "", metric = "", status] = []] = [...text.matchAll(reference)]
  const figures = await getCampaign(ctx, { slug: campaign })
    .then((found) => found.figures)
    .catch((error: unknown) => {
      if (isDomainError(error) && error.code === "not-found") return []
      throw error
    })
  const figure = figures
    .filter((one) => one.metric === metric && (!status || one.status === status))
    .toSorted((a, b) => standing[b.status] - standing[a.status])[0]
  if (!figure) return undefined
  const { value, asOf, rounded } = figure
  return { reference: text, campaign, metric: figure.metric, value, status: figure.status, asOf, rounded }
}
