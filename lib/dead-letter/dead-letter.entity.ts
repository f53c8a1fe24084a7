import { CustomAttributeType, Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { DeadLetter, ItemKey } from "./dead-letter"

/**
 * Answers: how often a consumer failed at an event (by partition); the events that were given up on (by index, oldest
 * first). What was given up on only for a while is forgotten after days.
 */
export const DeadLetterEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "dead-letter", version: "1", service },
        attributes: {
          letterId: { type: "string", required: true },
          consumer: { type: "string", required: true },
          item: { type: CustomAttributeType<ItemKey>("any"), required: true },
          state: { type: ["failing", "dead", "again", "done"] as const, required: true },
          tries: { type: "number", required: true },
          error: { type: "string", required: true },
          firstAt: { type: "string", required: true },
          lastAt: { type: "string", required: true },
          /** Epoch seconds; 0 while it is dead. */
          expiresAt: { type: "number", required: true },
          row: { type: CustomAttributeType<DeadLetter>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          letter: {
            pk: { field: "pk", composite: ["letterId"], template: "dead-letter#${letterId}" },
            sk: { field: "sk", composite: [], template: "dead-letter" },
          },
          state: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: ["state"], template: "dead-letters#${state}" },
            sk: {
              field: "wl_sk",
              composite: ["firstAt", "letterId"],
              template: "${firstAt}#${letterId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
