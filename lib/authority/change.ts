import type { Change, NewEvent } from "@/lib/audit"
import { checkItem, put, type Write } from "@/lib/store/transact"
import type { Authority, AuthorityRecord } from "./authority"
import { AuthorityEntity } from "./authority.entity"

/** A changed authority, as one part of a commit. */
export const writeAuthority = (
  before: AuthorityRecord,
  after: Authority,
  event: NewEvent,
  also: readonly Write[] = [],
): Change => {
  const file = `authority#${before.authorityId}`
  return {
    file,
    subject: file,
    from: before,
    event,
    record: (next) =>
      put(
        AuthorityEntity.put({ ...after, ...next }).where(({ version }, { eq }) =>
          eq(version, before.version),
        ),
      ),
    also,
  }
}

/** That an authority stands as it was read when the rest is written. */
export const unchanged = ({ authorityId, version }: AuthorityRecord): Write =>
  checkItem(
    { pk: "authorities", sk: authorityId },
    {
      condition: "#version = :version",
      names: { "#version": "version" },
      values: { ":version": version },
    },
  )
