import { CustomAttributeType, Entity } from "electrodb"
import type { KeyScope } from "@/lib/kernel/actor"
import type { HolderId, KeyId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { HolderKey } from "./key"

/** Answers: a key by its id, for every request that comes with one; all keys (by index; they are few). */
export const KeyEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "holder-key", version: "1", service },
        attributes: {
          keyId: { type: CustomAttributeType<KeyId>("string"), required: true },
          holderId: { type: CustomAttributeType<HolderId>("string"), required: true },
          name: { type: "string", required: true },
          scopes: { type: CustomAttributeType<KeyScope[]>("any"), required: true },
          secretHash: { type: "string", required: true },
          issuedAt: { type: "string", required: true },
          issuedBy: { type: CustomAttributeType<HolderKey["issuedBy"]>("any"), required: true },
          revokedAt: { type: "string" },
          lastUsedAt: { type: "string" },
          rowsTaken: { type: "number", required: true },
          demo: { type: "boolean" },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          key: {
            pk: { field: "pk", composite: ["keyId"], template: "${keyId}" },
            sk: { field: "sk", composite: [], template: "holder-key" },
          },
          all: {
            index: "parent",
            pk: { field: "pa_pk", composite: [], template: "holder-keys" },
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
