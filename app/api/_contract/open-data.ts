import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { CampaignFigures, Campaigns, Figures, Revision } from "./campaign"
import { Notice, Notices } from "./notice"
import { publicData, refusals } from "./operation"
import { Slug } from "./slug"

const bySlug = { path: z.object({ slug: Slug }) }
const csv = { "text/csv": { schema: z.string() } }

/** Public data, readable from any origin. */
export const openDataPaths: ZodOpenApiPathsObject = {
  "/api/v1/campaigns": {
    get: {
      operationId: "listCampaigns",
      summary: "All campaigns, newest first",
      responses: {
        ...publicData("The campaigns", { "application/json": { schema: Campaigns } }),
        ...refusals(),
      },
    },
  },
  "/api/v1/campaigns/{slug}": {
    get: {
      operationId: "getCampaign",
      summary: "A campaign with its figures",
      requestParams: bySlug,
      responses: {
        ...publicData("The campaign", { "application/json": { schema: CampaignFigures } }),
        ...refusals("404"),
      },
    },
  },
  "/api/v1/campaigns/{slug}/figures": {
    get: {
      operationId: "getFigures",
      summary: "The figures of a campaign, each with status, date and sources",
      requestParams: bySlug,
      responses: {
        ...publicData("JSON, or CSV for `Accept: text/csv`", {
          "application/json": { schema: Figures },
          ...csv,
        }),
        ...refusals("404"),
      },
    },
  },
  "/api/v1/campaigns/{slug}/figures/{number}": {
    get: {
      operationId: "getRevision",
      summary: "One published revision of a campaign's figures",
      requestParams: { path: z.object({ slug: Slug, number: z.string().regex(/^\d+$/) }) },
      responses: {
        ...publicData("The revision", { "application/json": { schema: Revision } }),
        ...refusals("404"),
      },
    },
  },
  "/api/v1/campaigns/{slug}/figures.csv": {
    get: {
      operationId: "getFiguresAsCsv",
      summary: "The figures of a campaign as CSV",
      requestParams: bySlug,
      responses: {
        ...publicData("UTF-8 with a byte order mark, lines end in CRLF", csv),
        ...refusals("404"),
      },
    },
  },
  "/api/v1/notices": {
    get: {
      operationId: "listNotices",
      summary: "Published notices, newest first",
      responses: { ...publicData("The notices", { "application/json": { schema: Notices } }), ...refusals() },
    },
  },
  "/api/v1/notices/{slug}": {
    get: {
      operationId: "getNotice",
      summary: "The latest version of a notice",
      requestParams: bySlug,
      responses: {
        ...publicData("The notice", { "application/json": { schema: Notice } }),
        ...refusals("404"),
      },
    },
  },
}
