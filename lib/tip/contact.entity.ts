import { Entity } from "electrodb"
import { place, service } from "@/lib/store/table"

/** Answers: how to reach the reporter of a tip. Apart from the tip, encrypted, and gone after the retention time. */
export const ContactEntity = new Entity(
  {
    model: { entity: "contact", version: "1", service },
    attributes: {
      tipId: { type: "string", required: true },
      /** AWS Encryption SDK message, base64. */
      sealed: { type: "string", required: true },
      /** Epoch seconds. */
      expiresAt: { type: "number", required: true },
    },
    indexes: {
      tip: {
        pk: { field: "pk", composite: ["tipId"], template: "contact#${tipId}" },
        sk: { field: "sk", composite: [], template: "contact" },
      },
    },
  },
  place,
)
