import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { batchMegabytesMax, rowsMax } from "@/app/api/_batch/row"
import { limits } from "@/lib/limits"
import { HolderReport } from "@/lib/right-holder"
import { choicesText } from "./choices"
import { refusals } from "./operation"
import { Receipt } from "./tip"

const BulkRow = HolderReport.meta({
  id: "BulkRow",
  description: [
    "One report. `reference` is the right holder's own identifier for it: a report sent again under the same reference is stored once, whichever of the right holder's keys is used.",
    choicesText,
  ].join("\n\n"),
  examples: [
    {
      reference: "2026-000417",
      category: "film-tv",
      targets: ["https://films.pirate.example/watch/1"],
      work: "A film",
      description: "The whole film can be watched here without paying.",
      locale: "en",
    },
  ],
})

const BulkResult = z
  .object({
    row: z.int().positive().meta({ description: "1 for the first row that is not empty." }),
    status: z.enum(["created", "exists", "invalid", "failed"]).meta({
      description:
        "`exists`: taken before. `invalid`: not taken, see `errors`. `failed`: the store gave out; send this row and all that follow again.",
    }),
    tipId: z.string().optional(),
    receipt: Receipt.optional(),
    errors: z.array(z.object({ pointer: z.string(), rule: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "BulkResult" })

const description = [
  `Up to ${rowsMax.toLocaleString("en")} rows and ${batchMegabytesMax} MB a batch, ${limits.batches.count} batches an hour of one key. Behind CloudFront a body may have 1 MB: send several.`,
  "All rows are checked, good rows are kept. Answers come in the order of the rows while the batch is read, one a line. The last may speak of the batch itself: from that row on nothing was read.",
  "A batch that was cut short is sent again whole: rows that were taken answer `exists`, with the same receipt.",
  "CSV: UTF-8, the first line names the columns as in BulkRow; several targets in one cell stand on lines of their own or between ` | `.",
].join("\n\n")

/** What a trusted reporter's program does. */
export const bulkPaths: ZodOpenApiPathsObject = {
  "/api/v1/tips:bulk": {
    post: {
      operationId: "submitReports",
      summary: "Send many reports as a trusted reporter",
      description,
      security: [{ holderKey: [] }],
      requestBody: {
        required: true,
        content: { "application/x-ndjson": { schema: BulkRow }, "text/csv": { schema: z.string() } },
      },
      responses: {
        "200": {
          description: "One BulkResult a line",
          content: { "application/x-ndjson": { schema: BulkResult } },
        },
        ...refusals("401", "403", "413", "415", "429"),
      },
    },
  },
}
