import { CustomAttributeType, Entity } from "electrodb"
import type { BatchId, HolderId, KeyId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type BatchEnd, batchStates, type RowCounts, stopReasons } from "./batch"

/** Answers: a batch by its id; a right holder's batches, latest first (by index). */
export const BatchEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "batch", version: "1", service },
        attributes: {
          batchId: { type: CustomAttributeType<BatchId>("string"), required: true },
          holderId: { type: CustomAttributeType<HolderId>("string"), required: true },
          keyId: { type: CustomAttributeType<KeyId>("string"), required: true },
          state: { type: batchStates, required: true },
          announcedAt: { type: "string", required: true },
          fileName: { type: "string" },
          fileKey: { type: "string" },
          eTag: { type: "string" },
          rowsDone: { type: "number", required: true },
          checked: { type: CustomAttributeType<RowCounts>("any") },
          ends: { type: CustomAttributeType<BatchEnd>("any") },
          sent: { type: CustomAttributeType<RowCounts>("any") },
          confirmedAt: { type: "string" },
          endedAt: { type: "string" },
          stoppedFor: { type: stopReasons },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          batch: {
            pk: { field: "pk", composite: ["batchId"], template: "${batchId}" },
            sk: { field: "sk", composite: [], template: "batch" },
          },
          holder: {
            index: "parent",
            pk: { field: "pa_pk", composite: ["holderId"], template: "batches#${holderId}" },
            sk: {
              field: "pa_sk",
              composite: ["announcedAt", "batchId"],
              template: "${announcedAt}#${batchId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
