import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { put, transact } from "@/lib/store/transact"
import { AuthorityEntity } from "./authority.entity"

const Bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** An agency, national or provincial, that cases are referred to. */
export const Authority = z.object({
  authorityId: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: Bilingual,
  /** What it is in charge of, in a sentence. */
  competence: Bilingual,
})
export type Authority = z.infer<typeof Authority>

/** Sets up an authority, or changes its texts. */
export const registerAuthority = verb(
  { name: "authority.register", by: ["system"], input: Authority },
  async (_ctx, authority): Promise<Authority> => {
    await transact([put(AuthorityEntity.put(authority))])
    return authority
  },
)

export const listAuthorities = verb(
  {
    name: "authority.list",
    by: ["moderator", "case-officer", "agency-officer", "publisher", "auditor", "administrator"],
    input: z.object({}),
  },
  async (): Promise<Authority[]> => {
    const { data } = await AuthorityEntity.query.all({}).go({ pages: "all" })
    return data
  },
)

export const findAuthority = async (authorityId: string): Promise<Authority | undefined> => {
  const { data } = await AuthorityEntity.get({ authorityId }).go()
  return data ?? undefined
}
