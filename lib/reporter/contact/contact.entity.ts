import { CustomAttributeType, Entity } from "electrodb"
import type { TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

export const contactShards = 4

/**
 * Answers: how to reach the reporter of a tip, apart from the tip and encrypted; which contacts are due to be erased
 * (by index, in shards, so that a surge heats no single key).
 */
export const ContactEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "contact", version: "1", service },
        attributes: {
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          /** AWS Encryption SDK message, base64. */
          sealed: { type: "string", required: true },
          /** Whether mail can be sent there; absent is not. */
          isEmail: { type: "boolean" },
          shard: { type: "number", required: true },
          /** When the sweeper erases it, and records that. Nothing else does: the table's own expiry leaves no event. */
          dueAt: { type: "string", required: true },
          row: { type: CustomAttributeType<{ readonly tipId: TipId }>("any"), required: true },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "contact#${tipId}" },
            sk: { field: "sk", composite: [], template: "contact" },
          },
          due: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: ["shard"], template: "contacts#${shard}" },
            sk: {
              field: "wl_sk",
              composite: ["dueAt", "tipId"],
              template: "${dueAt}#${tipId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
