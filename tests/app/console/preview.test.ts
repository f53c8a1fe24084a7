import { describe, expect, it } from "vitest"
import { preview } from "@/app/admin/(staff)/tips/[id]/evidence/[eid]/preview/preview"
import { contextFor } from "@/lib/kernel/context"
import { submitted } from "../../support/factory"
import { as, reporterOf } from "../../support/people"

describe("the preview of a file", () => {
  it("is refused to whoever may not see the tip, and to whoever is not signed in", async () => {
    const { tipId } = await submitted()
    const at = { id: tipId, eid: "evd_none" }
    await expect(preview(as("pia"), at)).rejects.toMatchObject({ code: "forbidden" })
    await expect(preview(as("officer"), at)).rejects.toMatchObject({ code: "forbidden" })
    await expect(preview(reporterOf(tipId), at)).rejects.toMatchObject({ code: "forbidden" })
    await expect(preview(contextFor({ kind: "visitor" }), at)).rejects.toMatchObject({
      code: "unauthenticated",
    })
  })

  it("is absent for a file that is not of this tip", async () => {
    const { tipId } = await submitted()
    await expect(preview(as("mei"), { id: tipId, eid: "evd_none" })).rejects.toMatchObject({
      code: "not-found",
    })
  })
})
