import { z } from "zod"
import { event } from "./event-schema"

const Figures = z
  .array(
    z.object({
      metric: z.string(),
      value: z.number(),
      entries: z.int().optional(),
      entriesHash: z.string().optional(),
    }),
  )
  .readonly()

const NoticeFigures = z
  .array(
    z.object({
      reference: z.string(),
      campaign: z.string(),
      metric: z.string(),
      value: z.number(),
      status: z.string(),
      asOf: z.string().optional(),
      /** Of events from before `precision`. */
      rounded: z.boolean().optional(),
      precision: z.string().optional(),
      publishedOn: z.string().optional(),
      counts: z.string().optional(),
      revision: z.int().optional(),
    }),
  )
  .readonly()

const Correction = z.object({ zh: z.string(), en: z.string() }).optional()

/** Of the text; absent from the first events of notices. */
const contentHash = z.string().optional()

/** Of campaigns, their figures and notices. */
export const publishingEvents = () =>
  [
    event("campaign.imported", { contentHash: z.string() }),
    event("campaign.opened", { contentHash: z.string() }),
    event("campaign.end-proposed", { endedOn: z.string() }),
    event("campaign.end-withdrawn", { endedOn: z.string() }),
    event("campaign.ended", { endedOn: z.string() }),

    event("figures.drafted", { status: z.string(), asOf: z.string(), figures: Figures }),
    event("figures.discarded", { reason: z.string() }),
    event("figures.published", { number: z.int(), status: z.string(), asOf: z.string(), figures: Figures }),

    event("notice.created", { contentHash }),
    event("notice.edited", { contentHash }),
    event("notice.submitted", { contentHash, correction: Correction }),
    event("notice.returned", { reason: z.string() }),
    event("notice.published", {
      number: z.int(),
      figures: NoticeFigures,
      contentHash,
      imported: z.boolean().optional(),
      correction: Correction,
      /** What was let stand, and why; absent from the first events of notices. */
      confirmed: z
        .array(
          z.object({
            finding: z.string(),
            reason: z.string(),
            by: z.object({ id: z.string(), name: z.string() }),
          }),
        )
        .readonly()
        .optional(),
    }),
  ] as const
