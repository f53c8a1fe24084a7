import { CustomAttributeType, Entity } from "electrodb"
import type { Person } from "@/lib/kernel/actor"
import type { ImportId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { importEnds, importStates, type RefusedRow } from "./import"

/** Answers: how an import stands; a person's imports, latest first (by index). What it records, the ledger has. */
export const ImportEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "measure-import", version: "1", service },
        attributes: {
          importId: { type: CustomAttributeType<ImportId>("string"), required: true },
          personId: { type: "string", required: true },
          person: { type: CustomAttributeType<Person>("any"), required: true },
          fileName: { type: "string", required: true },
          state: { type: importStates, required: true },
          total: { type: "number", required: true },
          rowsDone: { type: "number", required: true },
          recorded: { type: "number", required: true },
          exists: { type: "number", required: true },
          refused: { type: CustomAttributeType<readonly RefusedRow[]>("any"), required: true },
          orderedAt: { type: "string", required: true },
          endedAt: { type: "string" },
          stoppedFor: { type: importEnds },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          import: {
            pk: { field: "pk", composite: ["importId"], template: "${importId}" },
            sk: { field: "sk", composite: [], template: "import" },
          },
          person: {
            index: "parent",
            pk: {
              field: "pa_pk",
              composite: ["personId"],
              template: "measure-imports#${personId}",
              casing: "none",
            },
            sk: {
              field: "pa_sk",
              composite: ["orderedAt", "importId"],
              template: "${orderedAt}#${importId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
