import { describe, expect, it } from "vitest"
import { kept, keptMissing } from "@/app/_http/kept"
import { approveNotice, createNotice, submitNotice } from "@/lib/notice"
import { routeOf } from "@/tests/support/app/routes"
import { publicRoutes } from "@/tests/support/browser/routes"
import { campaignWithFigures } from "@/tests/support/figures"
import { as } from "@/tests/support/people"
import { withRefusedWrites } from "@/tests/support/refused-writes"

const get = async (path: string) => {
  const { handlers, params } = await routeOf(path)
  const response = await handlers.GET?.(new Request(`http://localhost:3000${path}`), {
    params: Promise.resolve(params),
  })
  if (!response) throw new Error(`${path} answers no GET`)
  return { status: response.status, kept: response.headers.get("cache-control"), text: await response.text() }
}

const published = async (slug: string, campaign: string) => {
  const text = { title: { zh: "通报", en: "Notice" }, body: { zh: "正文", en: "Text" } }
  const { version } = await createNotice(as("pia"), { slug, campaign, ...text })
  await submitNotice(as("pia"), { slug, version })
  await approveNotice(as("quan"), { slug, version: version + 1 })
}

describe("what stands before the site", () => {
  it.each(Object.values(publicRoutes).flat())("is told how long it may keep %s", async (path) => {
    expect([kept, keptMissing, "no-store"]).toContain((await get(`/en${path}`)).kept)
  })

  it("keeps a page for a minute, and what does not exist for seconds until it is published", async () => {
    await campaignWithFigures("kept")
    expect(await get("/zh/notices/kept-notice")).toMatchObject({ status: 404, kept: keptMissing })
    await published("kept-notice", "kept")
    expect(await get("/zh/notices/kept-notice")).toMatchObject({ status: 200, kept })
    expect((await get("/zh/notices")).text).toContain("kept-notice")
    expect((await get("/zh/notices/feed.xml")).text).toContain("kept-notice")
    expect(await get("/zh/campaigns/kept")).toMatchObject({ status: 200, kept })
  })

  it("is given nothing to keep while the store does not serve, but a page that says so", async () => {
    const throttled = Array.from({ length: 40 }, () => ({ type: "ThrottlingException" }))
    const { result } = await withRefusedWrites(throttled, () => get("/en/notices/any"))
    expect(result).toMatchObject({ value: { status: 503, kept: "no-store" } })
  })
})
