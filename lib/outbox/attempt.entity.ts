import { Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

/** Answers: every try of a message, in order (in the partition of what it tells of). */
export const AttemptEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "delivery-attempt", version: "1", service },
        attributes: {
          messageId: { type: "string", required: true, field: "deliveryId" },
          // Named after referrals, as there was nothing else that went out.
          partition: { type: "string", required: true, field: "referralId" },
          number: { type: "number", required: true, padding: { length: 6, char: "0" } },
          at: { type: "string", required: true },
          tookMs: { type: "number", required: true },
          status: { type: "number" },
          error: { type: "string" },
          text: { type: "string" },
          /** Epoch seconds; absent where it is kept for good. */
          expiresAt: { type: "number" },
        },
        indexes: {
          message: {
            pk: { field: "pk", composite: ["partition"], template: "${partition}" },
            sk: {
              field: "sk",
              composite: ["messageId", "number"],
              template: "attempt#${messageId}#${number}",
            },
          },
        },
      },
      tableConfig,
    ),
)
