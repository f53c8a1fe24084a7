import { may } from "@/app/admin/_ui/may"
import { listDay } from "@/lib/audit"
import { listAuthorities } from "@/lib/authority"
import { listCases } from "@/lib/case"
import type { Person } from "@/lib/kernel/actor"
import type { VerbSpec } from "@/lib/kernel/verb"
import { listLedger } from "@/lib/measure"
import { listNotices } from "@/lib/notice"
import { readNumbers } from "@/lib/numbers"
import { listObjections } from "@/lib/objection"
import { listReferrals } from "@/lib/referral"
import { listRewards } from "@/lib/reward"
import { getSettings } from "@/lib/settings"
import { listTips } from "@/lib/tip"

/** The console's sections, each open to whoever may call the verb that it begins with; without one, to all. */
const sections = [
  { key: "queue", href: "/admin", first: listTips },
  { key: "cases", href: "/admin/cases", first: listCases },
  { key: "referrals", href: "/admin/referrals", first: listReferrals },
  { key: "objections", href: "/admin/objections", first: listObjections },
  { key: "rewards", href: "/admin/rewards", first: listRewards },
  { key: "ledger", href: "/admin/ledger", first: listLedger },
  { key: "notices", href: "/admin/notices", first: listNotices },
  { key: "campaigns", href: "/admin/campaigns" },
  { key: "authorities", href: "/admin/authorities", first: listAuthorities },
  { key: "people", href: "/admin/people" },
  { key: "numbers", href: "/admin/numbers", first: readNumbers },
  { key: "settings", href: "/admin/settings", first: getSettings },
  { key: "audit", href: "/admin/audit", first: listDay },
  { key: "health", href: "/admin/health" },
] as const satisfies readonly {
  readonly key: string
  readonly href: string
  readonly first?: { readonly verb: VerbSpec }
}[]

export const sectionsOf = (person: Person) =>
  sections.filter((section) => !("first" in section) || may(person, section.first))

/** Where somebody's work is: an agency officer's own inbox, a publisher's notices. */
export const homeOf = ({ roles }: Person) => {
  if (roles.includes("moderator")) return "/admin"
  if (roles.includes("case-officer")) return "/admin/cases"
  if (roles.includes("agency-officer")) return "/admin/referrals"
  if (roles.includes("publisher")) return "/admin/notices"
  return "/admin"
}
