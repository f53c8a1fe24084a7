import { describe, expect, it } from "vitest"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import { contentHashOf, isSameContent, type Tip } from "@/lib/tip"

const target = { kind: "url", text: "https://films.example/", site: "films.example" } as const
const sent = { targets: [{ ...target, typed: "films.example" }], description: "All films." }
/** As far as the rule looks at a stored tip. */
const stored = (targets: Tip["targets"], contentHash: string) => ({ targets, contentHash }) as Tip

describe("a report sent again", () => {
  it("is the same as what is stored, and what was typed counts", () => {
    expect(isSameContent(stored(sent.targets, contentHashOf(sent)), sent)).toBe(true)
    const other = { ...sent, targets: [{ ...target, typed: "http://films.example" }] }
    expect(isSameContent(stored(other.targets, contentHashOf(other)), sent)).toBe(false)
    expect(isSameContent(undefined, sent)).toBe(false)
  })

  it("is the same as a tip that was stored before typed text was kept", () => {
    const earlier = { ...sent, targets: [target] }
    expect(isSameContent(stored([target], sha256(canonical(earlier))), sent)).toBe(true)
    expect(isSameContent(stored([target], sha256("of another")), sent)).toBe(false)
  })
})
