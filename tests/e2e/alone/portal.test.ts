import { expect, it, vi } from "vitest"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl, pids, kill, ready } = await portal()

it("answers on every public address that a reader types first", async () => {
  for (const path of ["/zh", "/en", "/api/health", "/api/health/ready"])
    expect((await fetch(siteUrl + path)).status, path).toBe(200)
})

it.each(["dynamo", "s3", "openid", "pump", "site"] as const)(
  "is whole again soon after %s was killed",
  async (name) => {
    const before = pids()
    kill(name)
    await vi.waitFor(() => expect(pids()[name]).not.toBe(before[name]), { timeout: 15_000, interval: 50 })
    await ready()
    expect(pids().supervisor).toBe(before.supervisor)
  },
)
