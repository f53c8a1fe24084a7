import { CustomAttributeType, Entity } from "electrodb"
import type { AuthorityId } from "@/lib/kernel/id"
import { service, tableConfig } from "@/lib/store/table"
import type { Authority } from "./authority"

/** Answers: all authorities, by id. They are few. */
export const AuthorityEntity = new Entity(
  {
    model: { entity: "authority", version: "1", service },
    attributes: {
      authorityId: { type: CustomAttributeType<AuthorityId>("string"), required: true },
      name: { type: CustomAttributeType<Authority["name"]>("any"), required: true },
      competence: { type: CustomAttributeType<Authority["competence"]>("any"), required: true },
      version: { type: "number", required: true },
      head: { type: "string", required: true },
    },
    indexes: {
      all: {
        pk: { field: "pk", composite: [], template: "authorities" },
        sk: { field: "sk", composite: ["authorityId"], template: "${authorityId}" },
      },
    },
  },
  tableConfig,
)
