import { CustomAttributeType, Entity } from "electrodb"
import type { EventId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { StoredEvent } from "./stored-event"

/**
 * Answers: what happened in this file (by partition, read with the file itself); what did the staff do on a day
 * (by index; what citizens and reactions do is in the files, not in that index).
 */
export const EventEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "event", version: "1", service },
        attributes: {
          eventId: { type: CustomAttributeType<EventId>("string"), required: true },
          file: { type: "string", required: true },
          subject: { type: "string", required: true },
          seq: { type: "number", required: true, padding: { length: 8, char: "0" } },
          type: { type: "string", required: true },
          at: { type: "string", required: true },
          actor: { type: CustomAttributeType<StoredEvent["actor"]>("any"), required: true },
          data: { type: CustomAttributeType<StoredEvent["data"]>("any"), required: true },
          causeId: { type: "string" },
          prevHash: { type: "string", required: true },
          hash: { type: "string", required: true },
          /** Empty for what no member of the staff did, which the index leaves out. */
          day: { type: "string", required: true },
          /** Of one that a record carried before: what follows from it has followed. */
          isMoved: { type: "boolean" },
        },
        indexes: {
          file: {
            pk: { field: "pk", composite: ["file"], template: "${file}" },
            sk: { field: "sk", composite: ["subject", "seq"], template: "event#${subject}#${seq}" },
          },
          day: {
            index: "day",
            condition: ({ day }) => day !== "",
            pk: { field: "day_pk", composite: ["day"], template: "day#${day}" },
            sk: {
              field: "day_sk",
              composite: ["at", "eventId"],
              template: "${at}#${eventId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
