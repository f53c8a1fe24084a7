import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { rowsOfRequest, secondsOfRequest } from "@/app/api/_batch/read"
import { rowsMax } from "@/lib/batch"
import { limits } from "@/lib/limits"
import { HolderReport } from "@/lib/right-holder"
import { choicesText } from "./choices"
import { refusals } from "./operation"
import { ReadTarget, Receipt } from "./tip"

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
    row: z.int().positive().meta({ description: "Counted from 1; empty rows do not count." }),
    status: z.enum(["created", "exists", "invalid", "failed"]).meta({
      description:
        "`exists`: stored before. `invalid`: not stored, see `errors`. `failed`: a store did not respond, or the request's time is over; submit this row and all later rows again.",
    }),
    tipId: z.string().optional(),
    receipt: Receipt.optional(),
    targets: z.array(ReadTarget).optional(),
    errors: z.array(z.object({ pointer: z.string(), rule: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "BulkResult" })

const description = [
  `Up to ${rowsOfRequest.toLocaleString("en")} rows and 1 MB a request, ${limits.batches.count} requests an hour for each key, unless the administration set another number: submit several. A request takes rows for ${secondsOfRequest} seconds; what it does not reach in this time is \`failed\` with the rule \`batch-time-over\`. A table of up to ${rowsMax.toLocaleString("en")} rows can be uploaded at /right-holders/batches, and is sent in the background.`,
  "All rows are checked and valid rows are stored. Results are returned one per line, in the order of the rows, while the batch is being read. The last result may concern the batch itself: nothing was read from that row on.",
  "Submit a batch that was interrupted again as a whole: rows that were stored before return `exists` with the same receipt.",
  "CSV: UTF-8, GBK or UTF-16, with commas, semicolons or tabs; the first line has the column names, as in BulkRow or in Chinese (参考号, 类别, 网址, 作品, 权利人, 说明). Several targets may stand in one cell or in several columns. Lines of empty cells do not count.",
].join("\n\n")

/** What a trusted reporter's program calls. */
export const bulkPaths: ZodOpenApiPathsObject = {
  "/api/v1/tips:bulk": {
    post: {
      operationId: "submitReports",
      summary: "Submit a batch of reports as a trusted reporter",
      description,
      security: [{ holderKey: [] }],
      requestBody: {
        required: true,
        content: {
          "application/x-ndjson": { schema: BulkRow },
          "text/csv": { schema: z.string() },
          "text/tab-separated-values": { schema: z.string() },
        },
      },
      responses: {
        "200": {
          description: "One BulkResult per line",
          content: { "application/x-ndjson": { schema: BulkResult } },
        },
        ...refusals("401", "403", "413", "415", "429"),
      },
    },
  },
}
