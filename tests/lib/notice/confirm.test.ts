import { beforeAll, describe, expect, it } from "vitest"
import { openCampaign } from "@/lib/campaign"
import {
  approveNotice,
  createNotice,
  editNotice,
  getNotice,
  getPublished,
  importNotice,
  previewNotice,
  submitNotice,
} from "@/lib/notice"
import { as, system, visitor } from "@/tests/support/people"

const text = (zh: string, en: string) => ({ title: { zh: "通报", en: "Notice" }, body: { zh, en } })
const reason = "Dates of the campaign"

const inReview = async (slug: string, zh: string, en: string) => {
  const { version } = await createNotice(as("pia"), { slug, ...text(zh, en) })
  await submitNotice(as("pia"), { slug, version })
  return { slug, version: version + 1 }
}

describe("what a notice states by itself", () => {
  beforeAll(() =>
    openCampaign(system(), {
      slug: "past",
      year: 2017,
      name: { zh: "往年", en: "Past" },
      agencies: ["ncac"],
      focus: [],
    }),
  )

  it("is not published until each finding is confirmed with a reason, and the reason is kept", async () => {
    const review = await inReview("confirmed", "2017年7月关闭500家", "500 closed in July 2017")
    const findings = ["number:2017", "number:7", "number:500"]
    await expect(approveNotice(as("quan"), review)).rejects.toMatchObject({
      code: "invalid",
      issues: findings.map((key) => ({ path: ["confirmed", key], rule: "finding-unconfirmed" })),
    })
    const confirmations = findings.map((finding) => ({ finding, reason }))
    await expect(
      approveNotice(as("quan"), { ...review, confirmations: confirmations.slice(1) }),
    ).rejects.toMatchObject({ issues: [{ path: ["confirmed", "number:2017"] }] })
    await approveNotice(as("quan"), { ...review, confirmations })
    const { versions, events } = await getNotice(as("auditor"), { slug: "confirmed" })
    expect(versions[0]?.confirmed).toMatchObject(
      confirmations.map((one) => ({ ...one, by: { name: "Quan" } })),
    )
    expect(events.at(-1)).toMatchObject({
      type: "notice.published",
      data: { confirmed: versions[0]?.confirmed },
    })
    expect(await getPublished(visitor(), { slug: "confirmed" })).not.toHaveProperty("confirmed")
  })

  it("is not confirmed by a reason that says nothing", async () => {
    const review = await inReview("unreasoned", "共500家", "500 in all")
    const confirmations = [{ finding: "number:500", reason: " \u200b " }]
    await expect(approveNotice(as("quan"), { ...review, confirmations })).rejects.toMatchObject({
      code: "invalid",
    })
  })

  it("is shown to its writer before anything is saved", async () => {
    const { findings } = await previewNotice(as("pia"), text("关闭300家", "3,000 closed"))
    expect(findings).toMatchObject([
      { zh: ["300"], en: [] },
      { zh: [], en: ["3,000"] },
    ])
  })

  it("is compared with the version that it would supersede", async () => {
    const review = await inReview("superseding", "甲", "first")
    await approveNotice(as("quan"), review)
    const { slug } = review
    await editNotice(as("pia"), { slug, version: 3, ...text("乙", "first") })
    await expect(submitNotice(as("pia"), { slug, version: 4 })).rejects.toMatchObject({
      issues: [
        { path: ["correction", "zh"], rule: "required" },
        { path: ["correction", "en"], rule: "required" },
      ],
    })
    const correction = { zh: "更正表述", en: "A wording was corrected" }
    await submitNotice(as("pia"), { slug, version: 4, correction })
    await expect(approveNotice(as("quan"), { slug, version: 5 })).rejects.toMatchObject({
      issues: [{ path: ["confirmed", "changed:zh:body"] }],
    })
    const confirmations = [{ finding: "changed:zh:body", reason: "Only the Chinese text was wrong" }]
    await approveNotice(as("quan"), { slug, version: 5, confirmations })
    const { published, notice } = await getNotice(as("pia"), { slug })
    expect(published?.body.zh).toBe("乙")
    expect(notice).not.toHaveProperty("correction")
    const read = await getPublished(visitor(), { slug })
    expect(read).toMatchObject({ number: 2, correction })
    expect(read.firstPublishedAt <= read.publishedAt).toBe(true)
  })

  it("is imported with the reason of the import, or not at all", async () => {
    const imported = {
      slug: "imported-2017",
      campaign: "past",
      publishedAt: "2018-01-16T00:00:00.000Z",
      ...text("2017年", "2017"),
    }
    await expect(importNotice(system(), imported)).rejects.toMatchObject({
      issues: [{ rule: "finding-unconfirmed" }],
    })
    await importNotice(system(), { ...imported, confirmation: "As the source states it" })
    const { versions } = await getNotice(as("auditor"), { slug: "imported-2017" })
    expect(versions[0]?.confirmed).toMatchObject([{ finding: "number:2017", by: { name: "import" } }])
  })
})
