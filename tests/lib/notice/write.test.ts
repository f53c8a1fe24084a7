import { beforeAll, describe, expect, it } from "vitest"
import { openCampaign } from "@/lib/campaign"
import {
  approveNotice,
  createNotice,
  editNotice,
  getNotice,
  getPublished,
  importNotice,
  listNotices,
  listPublished,
  returnNotice,
  submitNotice,
} from "@/lib/notice"
import { as, system, visitor } from "@/tests/support/people"

const text = (en: string) => ({ title: { zh: "通报", en: "Notice" }, body: { zh: "正文", en } })
const create = (slug: string, en = "text") => createNotice(as("pia"), { slug, ...text(en) })
const reason = "The second part is missing"

const correction = { zh: "更正一处表述", en: "A wording was corrected" }

describe("writing a notice", () => {
  beforeAll(() =>
    openCampaign(system(), {
      slug: "running",
      year: 2026,
      name: { zh: "行动", en: "Campaign" },
      agencies: ["ncac"],
      focus: [],
    }),
  )

  it("shows the author why it came back, until it is submitted again", async () => {
    const slug = "sent-back"
    await create(slug)
    await submitNotice(as("pia"), { slug, version: 1 })
    await returnNotice(as("quan"), { slug, version: 2, reason })
    expect((await getNotice(as("pia"), { slug })).notice.returned).toEqual({
      reason,
      by: { id: "quan", name: "Quan" },
    })
    await editNotice(as("pia"), { slug, version: 3, ...text("with a second part") })
    expect((await getNotice(as("pia"), { slug })).notice.returned?.reason).toBe(reason)
    await submitNotice(as("pia"), { slug, version: 4 })
    expect((await getNotice(as("pia"), { slug })).notice).not.toHaveProperty("returned")
  })

  it("is closed while a second publisher reviews it", async () => {
    const slug = "in-review"
    await create(slug)
    await submitNotice(as("pia"), { slug, version: 1 })
    const editing = editNotice(as("pia"), { slug, version: 2, ...text("quick change") })
    await expect(editing).rejects.toMatchObject({ code: "conflict", reason: "notice-status" })
    const again = submitNotice(as("pia"), { slug, version: 2 })
    await expect(again).rejects.toMatchObject({ code: "conflict", reason: "notice-status" })
  })

  it("by one and submitting by another leaves the approval to a third", async () => {
    const slug = "third-person"
    await create(slug)
    await submitNotice(as("quan"), { slug, version: 1 })
    for (const name of ["pia", "quan"] as const)
      await expect(approveNotice(as(name), { slug, version: 2 })).rejects.toMatchObject({
        code: "forbidden",
        reason: "second-person",
      })
    await expect(getPublished(visitor(), { slug })).rejects.toMatchObject({ code: "not-found" })
  })

  it("refuses a mistyped reference in a draft, rather than publish its braces", async () => {
    const reference = "{{ figure:running/links-removed }}"
    await expect(create("mistyped", reference)).rejects.toMatchObject({
      issues: [{ path: ["body", "en"], rule: "figure-unknown", params: { reference } }],
    })
    await create("mistyped")
    const editing = editNotice(as("pia"), { slug: "mistyped", version: 1, ...text(reference) })
    await expect(editing).rejects.toMatchObject({ issues: [{ rule: "figure-unknown" }] })
    expect((await getNotice(as("pia"), { slug: "mistyped" })).notice.version).toBe(1)
  })

  it("takes a metric that nothing was counted for as unknown, not as zero", async () => {
    await expect(create("uncounted", "{{figure:running/links-removed}}")).rejects.toMatchObject({
      issues: [{ rule: "figure-unknown" }],
    })
  })

  it("refuses a campaign that does not exist", async () => {
    const creating = createNotice(as("pia"), { slug: "campaignless", campaign: "nowhere", ...text("x") })
    await expect(creating).rejects.toMatchObject({
      issues: [{ path: ["campaign"], rule: "campaign-unknown" }],
    })
  })

  it("leaves in its events the hash of what was written, reviewed and published", async () => {
    const slug = "hashed"
    await create(slug, "first")
    await editNotice(as("pia"), { slug, version: 1, ...text("second") })
    await submitNotice(as("pia"), { slug, version: 2 })
    await approveNotice(as("quan"), { slug, version: 3 })
    const { events } = await getNotice(as("auditor"), { slug })
    const [created, edited, submitted, published] = events.map(({ data }) =>
      "contentHash" in data ? data.contentHash : undefined,
    )
    expect(edited).toMatch(/^[0-9a-f]{64}$/)
    expect(created).not.toBe(edited)
    expect([submitted, published]).toEqual([edited, edited])
  })

  it("needs both languages", async () => {
    const title = { zh: "题", en: "T" }
    const creating = createNotice(as("pia"), { slug: "one-sided", title, body: { zh: " ", en: "x" } })
    await expect(creating).rejects.toMatchObject({ issues: [{ path: ["body", "zh"], rule: "required" }] })
  })

  it("ends the same for one who saw an older version, whatever the act", async () => {
    const slug = "stale"
    await create(slug)
    await editNotice(as("quan"), { slug, version: 1, ...text("quan's") })
    const stale = { slug, version: 1 }
    for (const act of [
      () => editNotice(as("pia"), { ...stale, ...text("pia's") }),
      () => submitNotice(as("pia"), stale),
      () => approveNotice(as("pia"), stale),
      () => returnNotice(as("pia"), { ...stale, reason }),
    ])
      await expect(act()).rejects.toMatchObject({
        code: "conflict",
        lastChange: { by: "Quan", did: "notice.edited" },
      })
  })

  it("lists the versions with their days, newest first", async () => {
    const slug = "versions-listed"
    await create(slug)
    await submitNotice(as("pia"), { slug, version: 1 })
    await approveNotice(as("quan", "2026-07-01T00:00:00.000Z"), { slug, version: 2 })
    await editNotice(as("pia"), { slug, version: 3, ...text("second") })
    await submitNotice(as("pia"), { slug, version: 4, correction })
    const confirmations = [{ finding: "changed:en:body", reason: "Only the English text was wrong" }]
    await approveNotice(as("quan", "2026-08-01T00:00:00.000Z"), { slug, version: 5, confirmations })
    expect((await getNotice(as("auditor"), { slug })).versions).toMatchObject([
      { number: 2, publishedAt: "2026-08-01T00:00:00.000Z", correction },
      { number: 1, publishedAt: "2026-07-01T00:00:00.000Z" },
    ])
    const listed = await listPublished(visitor(), {})
    expect(listed.filter((one) => one.slug === slug)).toMatchObject([
      { number: 2, correction, firstPublishedAt: "2026-07-01T00:00:00.000Z" },
    ])
  })

  it("marks what the demo seed began", async () => {
    await createNotice(system(), { slug: "demo-marked", demo: true, ...text("x") })
    await submitNotice(as("pia"), { slug: "demo-marked", version: 1 })
    const row = (await listNotices(as("pia"), {})).find(({ slug }) => slug === "demo-marked")
    expect(row).toMatchObject({ demo: true, status: "in-review" })
  })

  it("imports nothing over a notice that was edited here", async () => {
    const imported = { slug: "kept", campaign: "running", publishedAt: "2018-01-16T00:00:00.000Z" }
    await importNotice(system(), { ...imported, ...text("imported") })
    await editNotice(as("pia"), { slug: "kept", version: 1, ...text("corrected") })
    await importNotice(system(), { ...imported, ...text("imported") })
    expect((await getNotice(as("pia"), { slug: "kept" })).notice.body.en).toBe("corrected")
    expect((await getPublished(visitor(), { slug: "kept" })).body.en).toBe("imported")
  })
})
