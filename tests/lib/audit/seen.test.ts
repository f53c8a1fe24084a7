import { describe, expect, it } from "vitest"
import { nextOf, requireSeen } from "@/lib/audit"
import { claimTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

describe("an act on a record that a person saw", () => {
  it("goes on to what the lifecycle answers", async () => {
    const at = { file: "tip_none", version: 3, seen: 3 }
    expect(await nextOf(at, "accepted", "tip-status")).toBe("accepted")
    await expect(requireSeen(at)).resolves.toBeUndefined()
  })

  it("is refused by name where the lifecycle has no such act", async () => {
    const refused = nextOf({ file: "tip_none", version: 3, seen: 3 }, undefined, "tip-status")
    await expect(refused).rejects.toMatchObject({
      code: "conflict",
      reason: "tip-status",
      lastChange: undefined,
    })
  })

  it("is refused with who was faster when the record has changed, whatever the lifecycle says", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    const lastChange = { by: "Mei", did: "tip.claimed" }
    for (const next of ["accepted", undefined])
      await expect(
        nextOf({ file: tipId, version, seen: version - 1 }, next, "tip-status"),
      ).rejects.toMatchObject({
        code: "conflict",
        reason: undefined,
        lastChange,
      })
  })
})
