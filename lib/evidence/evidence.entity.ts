import { CustomAttributeType, Entity } from "electrodb"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import { type Announcement, type Evidence, evidenceStates, rejections } from "./evidence"
import type { Opening } from "./opening"
import type { Scan } from "./scan/scan"

/** Of files that wait for a scan: each comes into this index and leaves it, in a surge by the hundred a second. */
export const scanShards = ["#0", "#1", "#2", "#3", "#4", "#5", "#6", "#7"] as const
/** Where all of them waited before 26 November 2026; it empties itself. */
export const formerScanShard = ""

type EvidenceRow = { readonly tipId: TipId; readonly evidenceId: EvidenceId }

/**
 * Answers: the files of a tip (in the tip's partition, read with it); which sealed files still wait for a scanner's
 * answer, the one to ask for first (by index, in shards, which leaves out all others); which sealed files have the same
 * bytes (by index; those sealed before 27 November 2026 are not in it).
 */
export const EvidenceEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "evidence", version: "1", service },
        attributes: {
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          evidenceId: { type: CustomAttributeType<EvidenceId>("string"), required: true },
          state: { type: evidenceStates, required: true },
          announced: { type: CustomAttributeType<Announcement>("any") },
          announcedAt: { type: "string", required: true },
          stored: { type: CustomAttributeType<NonNullable<Evidence["stored"]>>("any") },
          rejection: { type: rejections },
          inspectedAt: { type: "string" },
          hasPreview: { type: "boolean" },
          previewType: { type: ["image/webp", "text/plain"] as const },
          drawnMs: { type: "number" },
          likeness: { type: "string" },
          index: { type: "number" },
          scan: { type: CustomAttributeType<Scan>("any") },
          opening: { type: CustomAttributeType<Opening>("any") },
          waitsFor: { type: ["scan", "nothing"] as const, required: true },
          shard: { type: [...scanShards, formerScanShard] as const },
          /** When it is time to ask for it. */
          askAt: { type: "string", required: true },
          /** SHA-256 of a sealed file; empty of any other, which the index of bytes leaves out. */
          bytesHash: { type: "string", required: true },
          row: { type: CustomAttributeType<EvidenceRow>("any"), required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "${tipId}" },
            sk: { field: "sk", composite: ["evidenceId"], template: "evidence#${evidenceId}" },
          },
          waiting: {
            index: "worklist",
            projection: ["row"],
            condition: ({ waitsFor }) => waitsFor !== "nothing",
            pk: {
              field: "wl_pk",
              composite: ["waitsFor", "shard"],
              template: "evidence#${waitsFor}${shard}",
            },
            sk: {
              field: "wl_sk",
              composite: ["askAt", "evidenceId"],
              template: "${askAt}#${evidenceId}",
              casing: "none",
            },
          },
          bytes: {
            index: "parent",
            condition: ({ bytesHash }) => bytesHash !== undefined && bytesHash !== "",
            pk: { field: "pa_pk", composite: ["bytesHash"], template: "bytes#${bytesHash}" },
            sk: { field: "pa_sk", composite: ["evidenceId"], template: "${evidenceId}" },
          },
        },
      },
      tableConfig,
    ),
)
