import { z } from "zod"
import { commit, initialHead, isLostRace, seenAs } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import { AuthorityId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed, put, type Write } from "@/lib/store/transact"
import { Authority, type AuthorityRecord } from "./authority"
import { AuthorityEntity } from "./authority.entity"
import { unchanged, writeAuthority } from "./change"
import {
  authorityRecords,
  findAuthorityRecord,
  getAuthorityRecord,
  getSeenAuthority,
  toAuthority,
} from "./find"
import { heightOf, superiorsOf, treeDepthMax } from "./tree"

const Registered = Authority.omit({ channel: true })

/** Sets up an authority that the portal comes with. One that is there stays as administrators have made it. */
export const registerAuthority = verb(
  { name: "authority.register", by: ["system"], input: Registered },
  async (ctx, authority): Promise<void> => {
    if (await findAuthorityRecord(authority.authorityId)) return
    await create(ctx, authority, "authority.registered", [])
  },
)

const create = (
  ctx: Context,
  authority: z.infer<typeof Registered>,
  type: "authority.registered" | "authority.created",
  also: readonly Write[],
) => {
  const file = `authority#${authority.authorityId}`
  return commit(ctx, {
    file,
    subject: file,
    from: initialHead,
    event: { type, data: authority },
    record: (next) => put(AuthorityEntity.create({ ...authority, ...next })),
    also,
  })
}

/**
 * Adds an authority to the tree.
 * @throws {DomainError} invalid `authority-taken`, `authority-unknown` or `tree-too-deep` at `parentId`
 */
export const createAuthority = verb(
  { name: "authority.create", by: ["administrator"], input: Registered },
  async (ctx, authority): Promise<void> => {
    try {
      await whileTreeMoves(async () => {
        const superiors = requirePlace(await authorityRecords(), authority)
        await create(ctx, authority, "authority.created", superiors.map(unchanged))
      })
    } catch (error) {
      if (isLostRace(error)) throw invalid(["authorityId"], "authority-taken")
      throw error
    }
  },
)

/**
 * Changes what an authority is called, does, belongs to, and who answers for it.
 * @throws {DomainError} not-found; conflict with the last change; invalid `authority-unknown`, `tree-circle` or
 * `tree-too-deep` at `parentId`
 */
export const editAuthority = verb(
  {
    name: "authority.edit",
    by: ["administrator"],
    input: seenAs({ authorityId: AuthorityId }).extend(Registered.omit({ authorityId: true }).shape),
  },
  (ctx, { version, ...edited }): Promise<void> =>
    whileTreeMoves(async () => {
      const before = await getSeenAuthority({ authorityId: edited.authorityId, version })
      const isMoved = edited.parentId !== before.parentId
      const superiors = isMoved ? requirePlace(await authorityRecords(), edited) : []
      const after = { ...edited, channel: before.channel }
      const event = { type: "authority.edited", data: edited } as const
      await commit(ctx, writeAuthority(before, after, event, superiors.map(unchanged)))
    }),
)

/** Nobody makes a circle with what somebody else moves at the same time: then the place is looked at again. */
const whileTreeMoves = (run: () => Promise<void>) => retry(run, (error) => error instanceof ConditionFailed)

/** The superiors that an authority would have. */
const requirePlace = (
  all: readonly AuthorityRecord[],
  { authorityId, parentId }: Pick<Authority, "authorityId" | "parentId">,
): AuthorityRecord[] => {
  if (!parentId) return []
  const parent = all.find((one) => one.authorityId === parentId)
  if (!parent) throw invalid(["parentId"], "authority-unknown")
  const superiors = [parent, ...superiorsOf(all, parentId)]
  if (superiors.some((one) => one.authorityId === authorityId)) throw invalid(["parentId"], "tree-circle")
  if (superiors.length + heightOf(all, authorityId) > treeDepthMax)
    throw invalid(["parentId"], "tree-too-deep", { max: treeDepthMax })
  return superiors
}

export const listAuthorities = verb(
  {
    name: "authority.list",
    by: ["moderator", "case-officer", "agency-officer", "publisher", "auditor", "administrator"],
    input: z.object({}),
  },
  async (): Promise<Authority[]> => (await authorityRecords()).map(toAuthority),
)

/** @throws {DomainError} not-found `authority` */
export const getAuthority = verb(
  {
    name: "authority.get",
    by: ["case-officer", "auditor", "administrator"],
    input: z.object({ authorityId: AuthorityId }),
  },
  (_ctx, { authorityId }): Promise<AuthorityRecord> => getAuthorityRecord(authorityId),
)
