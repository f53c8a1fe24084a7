import { CustomAttributeType, Entity } from "electrodb"
import type { AuthorityId, KeyId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { Authority } from "./authority"
import type { AgencyKey } from "./key"

/** Answers: all authorities, by id. They are few. */
export const AuthorityEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "authority", version: "1", service },
        attributes: {
          authorityId: { type: CustomAttributeType<AuthorityId>("string"), required: true },
          name: { type: CustomAttributeType<Authority["name"]>("any"), required: true },
          competence: { type: CustomAttributeType<Authority["competence"]>("any"), required: true },
          parentId: { type: CustomAttributeType<AuthorityId>("string") },
          contact: { type: CustomAttributeType<NonNullable<Authority["contact"]>>("any") },
          channel: { type: CustomAttributeType<NonNullable<Authority["channel"]>>("any") },
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
    ),
)

/** Answers: a key by its id, for every request that comes with one; the keys of an authority (by index). */
export const AgencyKeyEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "agency-key", version: "1", service },
        attributes: {
          keyId: { type: CustomAttributeType<KeyId>("string"), required: true },
          authorityId: { type: CustomAttributeType<AuthorityId>("string"), required: true },
          name: { type: "string", required: true },
          secretHash: { type: "string", required: true },
          issuedAt: { type: "string", required: true },
          issuedBy: { type: CustomAttributeType<AgencyKey["issuedBy"]>("any"), required: true },
          revokedAt: { type: "string" },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          key: {
            pk: { field: "pk", composite: ["keyId"], template: "${keyId}" },
            sk: { field: "sk", composite: [], template: "agency-key" },
          },
          authority: {
            index: "parent",
            pk: { field: "pa_pk", composite: ["authorityId"], template: "agency-keys#${authorityId}" },
            sk: {
              field: "pa_sk",
              composite: ["issuedAt", "keyId"],
              template: "${issuedAt}#${keyId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
