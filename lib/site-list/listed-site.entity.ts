import { CustomAttributeType, Entity } from "electrodb"
import { outcomes } from "@/lib/case"
import type { CaseId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { ListedSite } from "./listed-site"

/**
 * Answers: which sites a case put on the list (in its partition); which cases did so of a site, and the whole list (by
 * index). Some platforms tell capitals apart in what they share, so the keys do.
 */
export const ListedSiteEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "listed-site", version: "1", service },
        attributes: {
          caseId: { type: CustomAttributeType<CaseId>("string"), required: true },
          site: { type: "string", required: true },
          siteName: { type: "string" },
          campaign: { type: "string", required: true },
          outcome: { type: outcomes, required: true },
          listedAt: { type: "string", required: true },
          removedAt: { type: "string" },
          overturnedAt: { type: "number" },
          demo: { type: "boolean" },
          row: { type: CustomAttributeType<ListedSite>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          case: {
            pk: { field: "pk", composite: ["caseId"], template: "${caseId}" },
            sk: { field: "sk", composite: ["site"], template: "listed#${site}", casing: "none" },
          },
          site: {
            index: "parent",
            pk: { field: "pa_pk", composite: ["site"], template: "listed#${site}", casing: "none" },
            sk: { field: "pa_sk", composite: ["caseId"], template: "${caseId}" },
          },
          list: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: [], template: "listed-sites" },
            sk: {
              field: "wl_sk",
              composite: ["site", "caseId"],
              template: "${site}#${caseId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
