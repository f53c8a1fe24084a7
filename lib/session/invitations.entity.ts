import { CustomAttributeType, Entity } from "electrodb"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { Invitation } from "./invitations"

/** Answers: who is invited and has not come yet. There is one list. */
export const InvitationsEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "invitations", version: "1", service },
        attributes: {
          entries: { type: CustomAttributeType<Invitation[]>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          list: {
            pk: { field: "pk", composite: [], template: "invitations" },
            sk: { field: "sk", composite: [], template: "invitations" },
          },
        },
      },
      tableConfig,
    ),
)
