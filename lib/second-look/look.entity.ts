import { CustomAttributeType, Entity } from "electrodb"
import type { TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { categories } from "@/lib/tip"
import type { Look, Opinion } from "./look"

/**
 * Answers: the second looks at a tip's decisions (in the tip's partition); those that wait, oldest first, and those
 * that were taken in a month (by index).
 */
export const LookEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "look", version: "1", service },
        attributes: {
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          lookId: { type: "string", required: true },
          category: { type: categories, required: true },
          first: { type: CustomAttributeType<Opinion>("any"), required: true },
          second: { type: CustomAttributeType<Opinion>("any") },
          isGolden: { type: "boolean" },
          /** `waiting`, or the month in which it was taken. */
          state: { type: "string", required: true },
          /** When it came to that. */
          since: { type: "string", required: true },
          row: { type: CustomAttributeType<Look>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "${tipId}" },
            sk: { field: "sk", composite: ["lookId"], template: "look#${lookId}" },
          },
          state: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: ["state"], template: "looks#${state}" },
            sk: {
              field: "wl_sk",
              composite: ["since", "lookId"],
              template: "${since}#${lookId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
