import { CustomAttributeType, Entity } from "electrodb"
import type { StoredEvent } from "@/lib/audit"
import { type CaseId, HolderId, type TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import {
  type Claim,
  categories,
  earnings,
  type Source,
  type Tip,
  type TipRow,
  tipStatuses,
  urgencies,
} from "./tip"

/** Those of citizens; right holders' tips lie in as many of their own (docs/decisions/0029). */
export const queueShards = 4

/** A shard that no list reads, of the portal's own tips. */
export const canaryShard = 2 * queueShards

/** The first of as many shards of citizens' tips that name an urgency, so that the most pressing are found at once. */
export const urgentShard = canaryShard + 1

/** Stands in the record of a citizen's tip, which is in no right holder's list. */
export const noHolder = HolderId.parse("")

/**
 * Answers: a tip with all that belongs to it (by partition; the receipt's number is the tip's id); the queue of a
 * status, oldest first (by index, in shards, so that a surge heats no single key); a right holder's
 * own tips of a status (by index, which citizens' tips stay out of). Among what the staff did on a day it stands for its
 * latest decision.
 */
export const TipEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "tip", version: "1", service },
        attributes: {
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          status: { type: tipStatuses, required: true },
          shard: { type: "number", required: true },
          category: { type: categories, required: true },
          targets: { type: CustomAttributeType<Tip["targets"]>("any"), required: true },
          sites: { type: CustomAttributeType<string[]>("any"), required: true },
          work: { type: "string" },
          rightHolder: { type: "string" },
          paysBy: { type: earnings },
          urgency: { type: urgencies },
          description: { type: "string", required: true },
          /** Whether description and targets are empty here and lie in a record of their own (docs/decisions/0098). */
          isTextApart: { type: "boolean" },
          locale: { type: ["zh", "en"] as const, required: true },
          receivedAt: { type: "string", required: true },
          evidenceCount: { type: "number", required: true },
          hasContact: { type: "boolean", required: true },
          contentHash: { type: "string", required: true },
          /** Keyed hash of the receipt's code. */
          codeHash: { type: "string", required: true },
          claim: { type: CustomAttributeType<Claim>("any") },
          acceptedFor: { type: "string" },
          declined: { type: CustomAttributeType<NonNullable<Tip["declined"]>>("any") },
          question: { type: CustomAttributeType<NonNullable<Tip["question"]>>("any") },
          answeredAt: { type: "string" },
          reviewedAt: { type: "string" },
          decidedAt: { type: "string" },
          decidedBy: { type: CustomAttributeType<NonNullable<Tip["decidedBy"]>>("any") },
          another: { type: CustomAttributeType<NonNullable<Tip["another"]>>("any") },
          appealedAt: { type: "string" },
          labels: { type: CustomAttributeType<NonNullable<Tip["labels"]>>("any") },
          duplicateOf: { type: CustomAttributeType<TipId | CaseId>("string") },
          caseId: { type: CustomAttributeType<CaseId>("string") },
          source: { type: CustomAttributeType<Source>("any") },
          /** Empty for a citizen's, which the index of holders leaves out. */
          holderId: { type: CustomAttributeType<HolderId>("string"), required: true },
          demo: { type: "boolean" },
          canary: { type: "boolean" },
          expiresAt: { type: "number" },
          row: { type: CustomAttributeType<TipRow>("any"), required: true },
          /** Its first event, and the one of its latest decision (docs/decisions/0003 and 0097). */
          birth: { type: CustomAttributeType<StoredEvent>("any"), required: true },
          decision: { type: CustomAttributeType<StoredEvent>("any") },
          /** Where the trail of the staff lists the latest decision: the keys of the index `decisions`. */
          dayPk: { type: "string", field: "dc_pk" },
          daySk: { type: "string", field: "dc_sk" },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "${tipId}" },
            sk: { field: "sk", composite: [], template: "tip" },
          },
          queue: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: ["status", "shard"], template: "tips#${status}#${shard}" },
            sk: {
              field: "wl_sk",
              composite: ["receivedAt", "tipId"],
              template: "${receivedAt}#${tipId}",
              casing: "none",
            },
          },
          holder: {
            index: "parent",
            condition: ({ holderId }) => holderId !== undefined && holderId !== noHolder,
            pk: {
              field: "pa_pk",
              composite: ["holderId", "status"],
              template: "holder#${holderId}#${status}",
            },
            sk: {
              field: "pa_sk",
              composite: ["receivedAt", "tipId"],
              template: "${receivedAt}#${tipId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)
