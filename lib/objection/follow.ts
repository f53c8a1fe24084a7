import { verb } from "@/lib/kernel/verb"
import { filesPerObjectionMax, type ObjectionEvidence, sentFilesOf } from "./files"
import { numberOfObjection } from "./find"
import { dueAt, type Objection } from "./objection"
import { Keys, openedObjection } from "./open"

/** What became of an objection, for who sent it: never who in the staff did it. */
export type FollowedObjection = Pick<
  Objection,
  "status" | "site" | "siteName" | "text" | "receivedAt" | "answer" | "answeredAt" | "wording" | "decidedAt"
> & {
  readonly number: string
  readonly dueAt?: string
  readonly files: readonly ObjectionEvidence[]
  /** Whether another file can be sent. */
  readonly takesFiles: boolean
}

/**
 * An objection by its number and code. A right code always opens: only wrong ones are counted.
 * @throws {DomainError} not-found `objection-unknown`, alike for a wrong number and a wrong code; limited
 */
export const followObjection = verb(
  { name: "objection.follow", by: ["visitor"], input: Keys },
  async (ctx, keys): Promise<FollowedObjection> => {
    const found = await openedObjection(keys)
    const { objectionId, status, site, siteName, text, receivedAt, answer, answeredAt, wording, decidedAt } =
      found
    const files = await sentFilesOf(objectionId, ctx.now)
    const due = dueAt(found)
    return {
      number: numberOfObjection(objectionId),
      status,
      site,
      siteName,
      text,
      receivedAt,
      answer,
      answeredAt,
      wording,
      decidedAt,
      dueAt: due,
      files,
      takesFiles: due !== undefined && files.length < filesPerObjectionMax,
    }
  },
)
