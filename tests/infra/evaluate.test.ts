import { describe, expect, it } from "vitest"
import { ofType } from "@/tests/support/infra/checks/find"
import { evaluate } from "@/tests/support/infra/evaluate/evaluate"

describe("an evaluation", () => {
  it("that lacks a secret names it, and is short of what waits for it", async () => {
    const graph = await evaluate({
      stage: "trial",
      secrets: { ReceiptKey: "receipt-key", NextAuthSecret: "secret", AuditKey: "audit-key" },
    })
    expect(graph.errors.join("\n")).toContain("Set a value for StatementKey")
    const functions = ofType(graph, "aws:lambda/function:Function").map(({ name }) => name)
    expect(functions).toContain("TableSubscriberReactFunctionFunction")
    expect(functions).not.toContain("SiteServerApsoutheast1Function")
  })
})
