import { z } from "zod"
import type { NewEvent } from "@/lib/audit"
import type { PersonRef } from "@/lib/kernel/actor"
import { type Context, personRefOf, requireApprover } from "@/lib/kernel/context"
import { DomainError, type Issue, isDomainError } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put, type Write } from "@/lib/store/transact"
import { changeRecord, createRecord, getSeenNotice, Seen } from "./change"
import { resolveFigures } from "./figures"
import { type Finding, findingsOf } from "./findings"
import {
  type Confirmed,
  contentHashOf,
  type Notice,
  NoticeText,
  type PublishedNotice,
  type PublishedRow,
  Slug,
} from "./notice"
import { LatestEntity, VersionEntity } from "./notice.entity"

const Confirmation = z.object({ finding: z.string().max(300), reason: Written({ min: 4, max: 500 }) })
type Confirmation = z.infer<typeof Confirmation>

/**
 * The second publisher's yes: the text becomes a version that stays, its figures frozen as they stand now.
 * @param confirmations of each finding (`findingsOf`), why it may stand
 * @throws {DomainError} forbidden `second-person`; conflict; invalid `figure-unknown`, `finding-unconfirmed` by the
 * key of the finding
 */
export const approveNotice = verb(
  {
    name: "notice.approve",
    by: ["publisher"],
    input: Seen.extend({ confirmations: z.array(Confirmation).max(1_000).default([]) }),
  },
  async (ctx, { confirmations, ...seen }): Promise<{ number: number }> => {
    const { notice, status } = await getSeenNotice(seen, "publish")
    requireApprover(ctx, notice.editedBy, notice.submittedBy)
    const [figures, { first, latest }] = await Promise.all([
      resolveFigures(ctx, notice),
      publishedVersions(notice),
    ])
    const confirmed = confirmedBy(personRefOf(ctx), findingsOf(notice, latest), confirmations)
    const number = notice.published + 1
    const { correction, ...settled } = notice
    await changeRecord(
      ctx,
      notice,
      { ...settled, status, published: number },
      {
        type: "notice.published",
        data: { number, figures, contentHash: contentHashOf(notice), confirmed, correction },
      },
      versionWrites(notice, {
        number,
        figures,
        confirmed,
        publishedAt: ctx.now,
        firstPublishedAt: first?.publishedAt ?? ctx.now,
      }),
    )
    return { number }
  },
)

const publishedVersions = async ({ slug, published }: Notice) => {
  if (published === 0) return {}
  const [first, latest] = await Promise.all(
    [1, published].map(async (number) => VersionEntity.get({ slug, number }).go({ consistent: true })),
  )
  return { first: first?.data ?? undefined, latest: latest?.data ?? undefined }
}

/** @throws {DomainError} invalid `finding-unconfirmed` */
const confirmedBy = (
  by: PersonRef,
  findings: readonly Finding[],
  confirmations: readonly Confirmation[],
): Confirmed[] => {
  const reasons = new Map(confirmations.map(({ finding, reason }) => [finding, reason]))
  const issues = findings.flatMap(({ key }): Issue[] =>
    reasons.has(key) ? [] : [{ path: ["confirmed", key], rule: "finding-unconfirmed" }],
  )
  if (issues.length > 0) throw new DomainError("invalid", { issues })
  return findings.map(({ key }) => ({ finding: key, reason: reasons.get(key) ?? "", by }))
}

/**
 * Takes in a notice of a past campaign, as published on its day. Done again, it changes nothing.
 * @throws {DomainError} invalid `figure-unknown`
 */
export const importNotice = verb(
  {
    name: "notice.import",
    by: ["system"],
    input: NoticeText.extend({
      slug: Slug,
      campaign: z.string(),
      publishedAt: z.iso.datetime(),
      /** Why the numbers that it states by itself may stand. */
      confirmation: z.string().optional(),
    }),
  },
  async (ctx, { publishedAt, confirmation, ...text }): Promise<void> => {
    const findings = findingsOf(text, undefined)
    const reasons = confirmation ? findings.map(({ key }) => ({ finding: key, reason: confirmation })) : []
    const confirmed = confirmedBy(importer, findings, reasons)
    const figures = await resolveFigures(ctx, text)
    const notice: Notice = {
      ...text,
      status: "published",
      editedBy: importer,
      editedAt: publishedAt,
      published: 1,
      version: 1,
      head: "",
    }
    await onceOnly(ctx, notice, { figures, confirmed, publishedAt })
  },
)

const importer: PersonRef = { id: "import", name: "import" }

type Version = Pick<PublishedNotice, "number" | "figures" | "publishedAt" | "firstPublishedAt"> & {
  readonly confirmed: readonly Confirmed[]
}

const onceOnly = async (
  ctx: Context,
  notice: Notice,
  imported: Pick<Version, "figures" | "confirmed" | "publishedAt">,
) => {
  const { figures, confirmed, publishedAt } = imported
  const event: NewEvent = {
    type: "notice.published",
    data: { number: 1, figures, imported: true, contentHash: contentHashOf(notice), confirmed },
  }
  const version = { ...imported, number: 1, firstPublishedAt: publishedAt }
  try {
    await createRecord(ctx, notice, event, versionWrites(notice, version))
  } catch (error) {
    if (!isDomainError(error) || error.code !== "conflict") throw error
  }
}

const versionWrites = (
  { slug, title, body, campaign, correction }: Notice,
  { number, figures, confirmed, publishedAt, firstPublishedAt }: Version,
): Write[] => {
  const version = { slug, number, title, publishedAt, campaign, correction }
  const row: PublishedRow = { ...version, firstPublishedAt }
  return [
    put(VersionEntity.create({ ...version, body, figures: [...figures], confirmed })),
    put(LatestEntity.put({ slug, number, publishedAt, row })),
  ]
}
