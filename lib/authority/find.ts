import { requireSeen } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import type { AuthorityId } from "@/lib/kernel/id"
import type { Authority, AuthorityRecord } from "./authority"
import { AuthorityEntity } from "./authority.entity"

export const findAuthorityRecord = async (authorityId: AuthorityId): Promise<AuthorityRecord | undefined> => {
  const { data } = await AuthorityEntity.get({ authorityId }).go({ consistent: true })
  return data ?? undefined
}

/** @throws {DomainError} not-found */
export const getAuthorityRecord = async (authorityId: AuthorityId): Promise<AuthorityRecord> => {
  const found = await findAuthorityRecord(authorityId)
  if (!found) throw new DomainError("not-found", { reason: "authority" })
  return found
}

/** @throws {DomainError} not-found; conflict with the last change */
export const getSeenAuthority = async ({
  authorityId,
  version: seen,
}: Pick<AuthorityRecord, "authorityId" | "version">): Promise<AuthorityRecord> => {
  const found = await getAuthorityRecord(authorityId)
  await requireSeen({ file: `authority#${authorityId}`, version: found.version, seen })
  return found
}

/** All authorities. Not a verb: the verb or the schedule that asks has the right to. */
export const authorityRecords = async (): Promise<AuthorityRecord[]> => {
  const { data } = await AuthorityEntity.query.all({}).go({ pages: "all" })
  return data
}

export const toAuthority = ({ version: _, head: __, ...authority }: AuthorityRecord): Authority => authority

export const findAuthority = async (authorityId: AuthorityId): Promise<Authority | undefined> => {
  const found = await findAuthorityRecord(authorityId)
  return found && toAuthority(found)
}
