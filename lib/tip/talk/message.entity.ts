import { CustomAttributeType, Entity } from "electrodb"
import type { MessageId, TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { Message } from "./message"

/** Answers: what was asked and answered about a tip (in the tip's partition). The tip's events carry each text's hash. */
export const MessageEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "message", version: "1", service },
        attributes: {
          messageId: { type: CustomAttributeType<MessageId>("string"), required: true },
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          from: { type: ["moderator", "reporter"] as const, required: true },
          text: { type: "string", required: true },
          sentAt: { type: "string", required: true },
          author: { type: CustomAttributeType<NonNullable<Message["author"]>>("any") },
          replyTo: { type: "string" },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "${tipId}" },
            sk: { field: "sk", composite: ["messageId"], template: "message#${messageId}" },
          },
        },
      },
      tableConfig,
    ),
)
