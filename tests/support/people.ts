import type { Person, Role } from "@/lib/kernel/actor"
import { type Context, contextFor } from "@/lib/kernel/context"
import { AuthorityId, TipId } from "@/lib/kernel/id"

const person = (id: string, name: string, role: Role, authority?: string): Person => ({
  kind: "person",
  id,
  name,
  roles: [role],
  authorityId: authority === undefined ? undefined : AuthorityId.parse(authority),
})

/** One member of staff for each part that somebody plays. */
export const people = {
  mei: person("mei", "Mei", "moderator"),
  bo: person("bo", "Bo", "moderator"),
  cai: person("cai", "Cai", "case-officer"),
  dan: person("dan", "Dan", "case-officer"),
  officer: person("officer", "Officer Mu", "agency-officer", "mps"),
  stranger: person("stranger", "Officer Yi", "agency-officer", "miit"),
  pia: person("pia", "Pia", "publisher"),
  quan: person("quan", "Quan", "publisher"),
  auditor: person("auditor", "Ao", "auditor"),
  administrator: person("administrator", "Adi", "administrator"),
} as const

export type Name = keyof typeof people

/** Somebody who has just signed in. */
export const present = (one: Person, now = new Date().toISOString()) =>
  contextFor(one, { now, signedInAt: now })

export const as = (name: Name, now?: string): Context => present(people[name], now)
export const visitor = (now?: string): Context => contextFor({ kind: "visitor" }, now ? { now } : {})
export const reporterOf = (tipId: string): Context =>
  contextFor({ kind: "reporter", tipId: TipId.parse(tipId) })
export const system = (causeId?: string): Context =>
  contextFor({ kind: "system", name: "test" }, causeId ? { causeId } : {})
/** One of many moderators. */
export const moderator = (id: string): Context => present(person(id, id, "moderator"))
