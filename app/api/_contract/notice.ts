import { z } from "zod"
import { figureStatuses, metrics, precisions, widerUnits } from "@/lib/campaign"
import type { PublishedNotice } from "@/lib/notice"

const Bilingual = z.object({ zh: z.string(), en: z.string() })

const noticeHead = {
  slug: z.string(),
  number: z.int().meta({ description: "The version's number; every version remains available." }),
  campaign: z.string().optional(),
  title: Bilingual,
  publishedAt: z.iso.datetime(),
  firstPublishedAt: z.iso.datetime().optional().meta({
    description: "When the first version was published, if that is known of the notice.",
  }),
  correction: Bilingual.optional().meta({
    description: "Why this version took the place of the one before.",
  }),
}

export const Notices = z.object({ notices: z.array(z.object(noticeHead)) }).meta({ id: "Notices" })

/** As it was before `precision`, for clients that read `rounded`. */
export const openNotice = (notice: PublishedNotice) => ({
  ...notice,
  figures: notice.figures.map((figure) => ({ ...figure, rounded: figure.precision !== "exact" })),
})

export const Notice = z
  .object({
    ...noticeHead,
    body: Bilingual.meta({
      description: "Markdown. `{{figure:…}}` stands for the figure with that reference.",
    }),
    figures: z.array(
      z.object({
        reference: z.string(),
        campaign: z.string(),
        metric: z.enum(metrics),
        value: z.number(),
        status: z.enum(figureStatuses),
        precision: z.enum(precisions),
        rounded: z.boolean(),
        asOf: z.string().optional(),
        publishedOn: z.string().optional(),
        counts: z.enum(widerUnits).optional(),
        revision: z
          .int()
          .optional()
          .meta({ description: "The revision of the campaign's figures, if this portal published them." }),
      }),
    ),
    superseded: z.boolean(),
    latest: z.int(),
  })
  .meta({ id: "Notice" })
