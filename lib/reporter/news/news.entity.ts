import { CustomAttributeType, Entity } from "electrodb"
import type { TipId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"

export const newsShards = 4

/** Of mails that were given up. */
export const parkedShard = newsShards

/**
 * Answers: whether a reporter wants mail when there is news, and what was mailed (by tip); which mails are due, or were
 * given up (by index); which mail a link to stop came from (by index).
 */
export const NewsEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "news", version: "1", service },
        attributes: {
          tipId: { type: CustomAttributeType<TipId>("string"), required: true },
          locale: { type: ["zh", "en"] as const, required: true },
          /** The secret of the link that stops the mails. */
          stopKey: { type: "string", required: true },
          shard: { type: "number", required: true },
          /** When the newest news happened that was noted. */
          newsAt: { type: "string" },
          /** When a mail is to go out, or was given up; empty while there is none to send. */
          dueAt: { type: "string", required: true },
          isParked: { type: "boolean" },
          /** When the last mail went out that the reporter has not followed yet. */
          mailedAt: { type: "string" },
          since: { type: "string" },
          tries: { type: "number" },
          attempts: { type: "number" },
          row: { type: CustomAttributeType<{ readonly tipId: TipId }>("any"), required: true },
          version: { type: "number", required: true },
        },
        indexes: {
          tip: {
            pk: { field: "pk", composite: ["tipId"], template: "news#${tipId}" },
            sk: { field: "sk", composite: [], template: "news" },
          },
          due: {
            index: "worklist",
            projection: ["row"],
            condition: ({ dueAt }) => dueAt !== "",
            pk: { field: "wl_pk", composite: ["shard"], template: "news#${shard}" },
            sk: {
              field: "wl_sk",
              composite: ["dueAt", "tipId"],
              template: "${dueAt}#${tipId}",
              casing: "none",
            },
          },
          stop: {
            index: "parent",
            pk: { field: "pa_pk", composite: ["stopKey"], template: "news-stop#${stopKey}", casing: "none" },
            sk: { field: "pa_sk", composite: [], template: "news" },
          },
        },
      },
      tableConfig,
    ),
)
