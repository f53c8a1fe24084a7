import { z } from "zod"
import { type AuditEvent, eventsOf } from "@/lib/audit"
import { ObjectionId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, type Page, pageOf, pageSize } from "@/lib/store/page"
import { getObjectionRecord } from "./find"
import { type Objection, type ObjectionRow, objectionStatuses } from "./objection"
import { ObjectionEntity } from "./objection.entity"

const readers = ["case-officer", "auditor", "administrator"] as const

/** One page of the objections of a status, oldest first. */
export const listObjections = verb(
  {
    name: "objection.list",
    by: readers,
    input: z.object({
      status: z.enum(objectionStatuses).default("received"),
      cursor: cursorOf("obj").optional(),
    }),
  },
  async (_ctx, { status, cursor }): Promise<Page<ObjectionRow>> => {
    const query = ObjectionEntity.query.worklist({ status })
    const { data } = await (cursor ? query.gt({ receivedAt: cursor.at, objectionId: cursor.id }) : query).go({
      limit: pageSize + 1,
    })
    return pageOf(
      data.map(({ row }) => row),
      ({ receivedAt, objectionId }) => ({ at: receivedAt, id: objectionId }),
    )
  },
)

export type ObjectionFile = { readonly objection: Objection; readonly events: readonly AuditEvent[] }

/** @throws {DomainError} not-found */
export const getObjection = verb(
  { name: "objection.get", by: readers, input: z.object({ objectionId: ObjectionId }) },
  async (_ctx, { objectionId }): Promise<ObjectionFile> => {
    const [{ codeHash: _, ...objection }, events] = await Promise.all([
      getObjectionRecord(objectionId),
      eventsOf(objectionId),
    ])
    return { objection, events }
  },
)
