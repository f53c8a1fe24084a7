import { stringify } from "csv-stringify/sync"
import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { outcomes } from "@/lib/case"
import { limits } from "@/lib/limits"
import type { Standing } from "@/lib/site-list"
import { refusals } from "./operation"

const ListedSite = z
  .object({
    site: z.string().meta({
      description:
        "The smallest thing that can be acted against: a registrable domain, an app, a shop, an account, a share or a file of a peer network. Domains are in their ASCII form.",
    }),
    name: z.string().optional().meta({ description: "What people call it, where it is no domain." }),
    status: z.enum(["listed", "removed"]).meta({
      description: "`removed`: it was on the list and must not be acted on any more.",
    }),
    listedAt: z.iso.datetime(),
    removedAt: z.iso.datetime().optional(),
    campaign: z.string().meta({ description: "The slug of the campaign whose case confirmed it." }),
    outcome: z.enum(outcomes).meta({ description: "Of that case." }),
    demo: z.boolean().optional().meta({ description: "Of the demonstration: of no real case." }),
  })
  .meta({ id: "ListedSite" })
type ListedSite = z.output<typeof ListedSite>

const SiteQuery = z.object({
  since: z.iso.datetime({ offset: true }).optional().meta({
    description:
      "Only sites that were listed or removed after this moment, for example that of the last call.",
  }),
})

/** The columns of the list as CSV. Programs go by their order: add new ones at the end. */
const columns = ["site", "name", "status", "listedAt", "removedAt", "campaign", "outcome", "demo"]

export const listedSite = ({ siteName, ...standing }: Standing): ListedSite => ({
  ...standing,
  name: siteName,
})

/** The list for a spreadsheet: marked as UTF-8, and without cells that it would run as formulas. */
export const sitesCsv = (sites: readonly ListedSite[]): string =>
  stringify([...sites], {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    cast: { boolean: String },
    columns,
  })

const description = [
  "Every site that was ever on the list, in the order of the sites, with where it stands now.",
  "Criteria: a case of the site came to an end and was not found to be without ground, and two case officers confirmed the site by name. It is removed when the case is opened again. `/en/sites/check` states them for the public.",
  `As JSON or, by \`Accept: text/csv\`, as CSV. The key needs the permission to read the list; ${limits.siteLists.count} calls an hour for each key, unless the administration set another number.`,
].join("\n\n")

/** What a partner's program calls. */
export const sitePaths: ZodOpenApiPathsObject = {
  "/api/v1/sites": {
    get: {
      operationId: "listSites",
      summary: "Read the list of confirmed sites as a partner",
      description,
      security: [{ holderKey: [] }],
      requestParams: { query: SiteQuery },
      responses: {
        "200": {
          description: "The list",
          headers: z.object({ ETag: z.string().meta({ description: "Of this list; for `If-None-Match`." }) }),
          content: {
            "application/json": { schema: z.object({ sites: z.array(ListedSite) }) },
            "text/csv": { schema: z.string().meta({ description: columns.join(",") }) },
          },
        },
        "304": { description: "Unchanged since the ETag in `If-None-Match`" },
        ...refusals("401", "403", "422", "429"),
      },
    },
  },
}
