import { z } from "zod"
import { commit, initialHead } from "@/lib/audit"
import { canonical } from "@/lib/kernel/crypto"
import type { AuthorityId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { Authority } from "./authority"
import { AuthorityEntity } from "./authority.entity"

/** Sets up an authority, or changes its texts. Done again, it changes nothing. */
export const registerAuthority = verb(
  { name: "authority.register", by: ["system"], input: Authority },
  async (ctx, authority): Promise<void> => {
    const { data: before } = await AuthorityEntity.get(authority).go({ consistent: true })
    if (before && canonical(toAuthority(before)) === canonical(authority)) return
    const file = `authority#${authority.authorityId}`
    await commit(ctx, {
      file,
      subject: file,
      from: before ?? initialHead,
      event: { type: "authority.registered", data: authority },
      record: (next) =>
        put(
          AuthorityEntity.put({ ...authority, ...next }).where(({ version }, { eq, notExists }) =>
            before ? eq(version, before.version) : notExists(version),
          ),
        ),
    })
  },
)

const toAuthority = ({ authorityId, name, competence }: Authority): Authority => ({
  authorityId,
  name,
  competence,
})

export const listAuthorities = verb(
  {
    name: "authority.list",
    by: ["moderator", "case-officer", "agency-officer", "publisher", "auditor", "administrator"],
    input: z.object({}),
  },
  async (): Promise<Authority[]> => {
    const { data } = await AuthorityEntity.query.all({}).go({ pages: "all" })
    return data.map(toAuthority)
  },
)

export const findAuthority = async (authorityId: AuthorityId): Promise<Authority | undefined> => {
  const { data } = await AuthorityEntity.get({ authorityId }).go()
  return data ? toAuthority(data) : undefined
}
