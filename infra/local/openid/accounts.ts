import { z } from "zod"
import { readIfThere } from "@/infra/local/environment/read-if-there"
import { isRole, type Role } from "@/lib/kernel/actor"

/** Someone to sign in as on a desk. None of them exists: `portal.example` is a reserved domain. */
export type DemoAccount = {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly roles: readonly Role[]
  readonly authority?: string
}

/** Two of every role that the rule of two people needs. */
export const demoAccounts: readonly DemoAccount[] = [
  { id: "moderator-1", name: { zh: "审核员甲（演示）", en: "Demo moderator 1" }, roles: ["moderator"] },
  { id: "moderator-2", name: { zh: "审核员乙（演示）", en: "Demo moderator 2" }, roles: ["moderator"] },
  {
    id: "case-officer-1",
    name: { zh: "办案人员甲（演示）", en: "Demo case officer 1" },
    roles: ["case-officer"],
  },
  {
    id: "case-officer-2",
    name: { zh: "办案人员乙（演示）", en: "Demo case officer 2" },
    roles: ["case-officer"],
  },
  {
    id: "agency-officer-mps",
    name: { zh: "公安部联络员（演示）", en: "Demo agency officer, mps" },
    roles: ["agency-officer"],
    authority: "mps",
  },
  {
    id: "agency-officer-miit",
    name: { zh: "工信部联络员（演示）", en: "Demo agency officer, miit" },
    roles: ["agency-officer"],
    authority: "miit",
  },
  { id: "publisher-1", name: { zh: "发布员甲（演示）", en: "Demo publisher 1" }, roles: ["publisher"] },
  { id: "publisher-2", name: { zh: "发布员乙（演示）", en: "Demo publisher 2" }, roles: ["publisher"] },
  { id: "auditor", name: { zh: "审计员（演示）", en: "Demo auditor" }, roles: ["auditor"] },
  { id: "administrator", name: { zh: "管理员（演示）", en: "Demo administrator" }, roles: ["administrator"] },
  // Somebody to invite.
  { id: "newcomer", name: { zh: "新到人员（演示）", en: "Demo newcomer" }, roles: [] },
]

export const emailOf = ({ id }: DemoAccount) => `${id}@portal.example`

export const findDemoAccount = (id: string) => demoAccounts.find((account) => account.id === id)

/** What the provider tells about a person: as Cognito does, with `roles` for its groups. */
export const claimsOf = (account: DemoAccount) => ({
  sub: account.id,
  name: account.name.en,
  "name#zh-Hans-CN": account.name.zh,
  email: emailOf(account),
  email_verified: true,
  roles: [...account.roles],
  authority: account.authority,
})

const Changes = z.record(
  z.string().regex(/^[a-z0-9-]{1,40}$/),
  z.object({ roles: z.array(z.string()).optional(), authority: z.string().optional() }),
)

/**
 * The demo accounts as they are by now: the file may give one other roles, or none, as an administrator does at a real
 * provider, and may add more. It is read each time, so that a change shows while people are signed in.
 */
export const accountsAtPresent = (path?: string): readonly DemoAccount[] => {
  const text = path && readIfThere(path)
  if (!text) return demoAccounts
  const changes = Changes.parse(JSON.parse(text))
  const added = Object.keys(changes)
    .filter((id) => !findDemoAccount(id))
    .map((id): DemoAccount => ({ id, name: { zh: id, en: id }, roles: [] }))
  return [...demoAccounts, ...added].map((account) => {
    const { roles = account.roles, authority = account.authority } = changes[account.id] ?? {}
    return { ...account, roles: roles.filter(isRole), ...(authority ? { authority } : {}) }
  })
}

export const accountAtPresent = (path: string | undefined, id: string): DemoAccount | undefined =>
  accountsAtPresent(path).find((account) => account.id === id)
