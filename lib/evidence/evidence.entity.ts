import { CustomAttributeType, Entity } from "electrodb"
import { place, service } from "@/lib/store/table"
import type { Announcement, Evidence } from "./evidence"
import { evidenceStates, rejections } from "./evidence"

/** Answers: the files of a tip (in the tip's partition, read with it). */
export const EvidenceEntity = new Entity(
  {
    model: { entity: "evidence", version: "1", service },
    attributes: {
      tipId: { type: "string", required: true },
      evidenceId: { type: "string", required: true },
      state: { type: evidenceStates, required: true },
      announced: { type: CustomAttributeType<Announcement>("any") },
      announcedAt: { type: "string", required: true },
      stored: { type: CustomAttributeType<NonNullable<Evidence["stored"]>>("any") },
      rejection: { type: rejections },
      inspectedAt: { type: "string" },
      hasPreview: { type: "boolean" },
      version: { type: "number", required: true },
      head: { type: "string", required: true },
    },
    indexes: {
      tip: {
        pk: { field: "pk", composite: ["tipId"], template: "${tipId}" },
        sk: { field: "sk", composite: ["evidenceId"], template: "evidence#${evidenceId}" },
      },
    },
  },
  place,
)
