import { CustomAttributeType, Entity } from "electrodb"
import type { TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/**
 * Answers: which tips name a site, in the order they came. Written by a reaction, so that a report costs its sender
 * nothing. Some platforms tell capitals apart in what they share, so the key does.
 */
export const SiteTipEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "site-tip", version: "1", service },
        attributes: {
          site: { type: "string", required: true },
          receivedAt: { type: "string", required: true },
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
        },
        indexes: {
          site: {
            pk: { field: "pk", composite: ["site"], template: "site#${site}", casing: "none" },
            sk: {
              field: "sk",
              composite: ["receivedAt", "tipId"],
              template: "tip#${receivedAt}#${tipId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
