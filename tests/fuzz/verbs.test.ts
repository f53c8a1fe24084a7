import { globSync } from "node:fs"
import { resolve } from "node:path"
import fc from "fast-check"
import { beforeAll, expect, it } from "vitest"
import type { Role } from "@/lib/kernel/actor"
import { isDomainError } from "@/lib/kernel/errors"
import type { Verb } from "@/lib/kernel/verb"
import { claimTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { anyText, anyValue, inputsMax } from "@/tests/support/fuzz/inputs"
import { as, people, present } from "@/tests/support/people"

type AnyVerb = Verb<unknown, unknown>
const isVerb = (value: unknown): value is AnyVerb => typeof value === "function" && "verb" in value

const staffVerbs: AnyVerb[] = []
const known: Record<string, string> = {}
beforeAll(async () => {
  for (const path of globSync("lib/*/index.ts")) {
    const room: Record<string, unknown> = await import(resolve(path))
    staffVerbs.push(
      ...Object.values(room)
        .filter(isVerb)
        .filter(({ verb: { by } }) => by.some((one) => one in roleOf)),
    )
  }
  const { tipId } = await submitted()
  await claimTip(as("mei"), { tipId })
  Object.assign(known, {
    tipId,
    campaign: "demo-2026",
    slug: "a-notice",
    authorityId: "mps",
    metric: "links-removed",
  })
})

/** Who of the staff plays each role. */
const roleOf: Readonly<Partial<Record<string, keyof typeof people>>> = {
  moderator: "mei",
  "case-officer": "cai",
  "agency-officer": "officer",
  publisher: "pia",
  auditor: "auditor",
  administrator: "administrator",
} satisfies Record<Role, keyof typeof people>

const names = [
  ...[
    "tipId",
    "caseId",
    "referralId",
    "measureId",
    "evidenceId",
    "keyId",
    "holderId",
    "authorityId",
    "campaign",
    "slug",
  ],
  ...[
    "version",
    "number",
    "quantity",
    "reason",
    "note",
    "question",
    "of",
    "name",
    "title",
    "body",
    "text",
    "message",
    "state",
  ],
  ...[
    "metric",
    "status",
    "cursor",
    "day",
    "asOf",
    "takenOn",
    "endedOn",
    "queue",
    "outcome",
    "scopes",
    "file",
    "reference",
  ],
]
const bilingual = fc.record({ zh: anyText, en: anyText })
const input = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(anyText, anyValue, bilingual, fc.constantFrom(1, 2, "2026-01-01")),
  {
    noNullPrototype: true,
    maxKeys: 8,
  },
)

it(
  "what the console asks for is done or refused, whatever is typed into it",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), input, fc.boolean(), async (at, typed, isKnown) => {
        const verb = staffVerbs[at % staffVerbs.length]
        const role = verb?.verb.by.find((one) => one in roleOf) ?? "moderator"
        const person = people[roleOf[role] ?? "mei"]
        try {
          await verb?.(present(person), isKnown ? { ...typed, ...known } : typed)
        } catch (error) {
          if (!isDomainError(error)) throw new Error(`${verb?.verb.name} fails`, { cause: error })
          expect(error.code).not.toBe("unavailable")
        }
      }),
      { numRuns: Math.max(200, Math.round(inputsMax * 0.2)) },
    )
  },
  60_000 + inputsMax * 60,
)
