import { beforeAll, describe, expect, it } from "vitest"
import { chainFaults } from "@/lib/audit"
import { importCampaign } from "@/lib/campaign"
import {
  approveNotice,
  createNotice,
  editNotice,
  getNotice,
  getPublished,
  getPublishedVersion,
  importNotice,
  listNotices,
  listPublished,
  returnNotice,
  submitNotice,
} from "@/lib/notice"
import { as, system, visitor } from "@/tests/support/people"

const source = { title: "S", publisher: "P", date: "2018", url: "https://source.example/", official: true }
const closed = (value: number, status: "interim" | "final") => ({
  metric: "websites-closed" as const,
  value,
  precision: "exact" as const,
  status,
  publishedOn: "2018-01-16",
  sources: [source],
})
const campaign = (...figures: ReturnType<typeof closed>[]) => ({
  slug: "past",
  year: 2017,
  name: { zh: "往年", en: "Past" },
  agencies: ["ncac"],
  focus: [],
  figures,
})
const text = (words: string) => ({
  title: { zh: "通报", en: "Notice" },
  body: { zh: `${words} {{figure:past/websites-closed}}`, en: `${words} {{figure:past/websites-closed}}` },
})

const correction = { zh: "补充第二部分", en: "The second part was added" }

const drafted = async (slug: string) => {
  const { version } = await createNotice(as("pia"), { slug, campaign: "past", ...text("first") })
  await submitNotice(as("pia"), { slug, version })
  return { slug, version: version + 1 }
}

describe("a notice", () => {
  beforeAll(() => importCampaign(system(), campaign(closed(1_655, "interim"), closed(2_554, "final"))))

  it("is published by a second publisher, with its figures frozen", async () => {
    const review = await drafted("frozen")
    expect(await approveNotice(as("quan"), review)).toEqual({ number: 1 })
    await importCampaign(system(), campaign(closed(9_999, "final")))
    const published = await getPublished(visitor(), { slug: "frozen" })
    expect(published.figures).toMatchObject([{ metric: "websites-closed", value: 2_554, status: "final" }])
    expect((await listPublished(visitor(), {})).map(({ slug }) => slug)).toContain("frozen")
    const { events } = await getNotice(as("auditor"), { slug: "frozen" })
    expect(events.map(({ type }) => type)).toEqual(["notice.created", "notice.submitted", "notice.published"])
    expect(chainFaults(events)).toEqual([])
    await importCampaign(system(), campaign(closed(1_655, "interim"), closed(2_554, "final")))
  })

  it("is not published by who wrote or submitted it", async () => {
    const review = await drafted("second-person")
    await expect(approveNotice(as("pia"), review)).rejects.toMatchObject({
      code: "forbidden",
      reason: "second-person",
    })
    await expect(getPublished(visitor(), { slug: "second-person" })).rejects.toMatchObject({
      code: "not-found",
    })
  })

  it("keeps every published version at its own address", async () => {
    const { slug, version } = await drafted("versions")
    await approveNotice(as("quan"), { slug, version })
    await editNotice(as("quan"), { slug, version: version + 1, ...text("second") })
    expect((await getPublished(visitor(), { slug })).body.en).toContain("first")
    await submitNotice(as("quan"), { slug, version: version + 2, correction })
    expect(await approveNotice(as("pia"), { slug, version: version + 3 })).toEqual({ number: 2 })
    expect(await getPublishedVersion(visitor(), { slug, number: 1 })).toMatchObject({
      superseded: true,
      latest: 2,
    })
    expect((await getPublished(visitor(), { slug })).body.en).toContain("second")
  })

  it("goes back with a reason, and on from there", async () => {
    const { slug, version } = await drafted("returned")
    await returnNotice(as("quan"), { slug, version, reason: "The second part is missing" })
    const { notice, events } = await getNotice(as("pia"), { slug })
    expect(notice.status).toBe("draft")
    expect(events.at(-1)?.data).toEqual({ reason: "The second part is missing" })
    await expect(approveNotice(as("quan"), { slug, version: version + 1 })).rejects.toMatchObject({
      code: "conflict",
      reason: "notice-status",
    })
  })

  it("edited by two at once keeps one edit, and tells the other who was first", async () => {
    const { version } = await createNotice(as("pia"), { slug: "raced", ...text("first") })
    const both = await Promise.allSettled([
      editNotice(as("pia"), { slug: "raced", version, ...text("pia's") }),
      editNotice(as("quan"), { slug: "raced", version, ...text("quan's") }),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const lost = both.find(({ status }) => status === "rejected")
    expect(lost).toMatchObject({ reason: { code: "conflict", lastChange: { did: "notice.edited" } } })
    expect((await listNotices(as("pia"), {})).filter(({ slug }) => slug === "raced")).toHaveLength(1)
  })

  it("with a figure that nobody has is refused, naming the reference and the language", async () => {
    const body = { zh: "{{figure:past/links-removed}}", en: "x" }
    const creating = createNotice(as("pia"), { slug: "unknown", title: { zh: "题", en: "T" }, body })
    await expect(creating).rejects.toMatchObject({
      issues: [{ path: ["body", "zh"], rule: "figure-unknown", params: { reference: body.zh } }],
    })
  })

  it("cannot take another's slug", async () => {
    await createNotice(as("pia"), { slug: "taken", ...text("x") })
    await expect(createNotice(as("quan"), { slug: "taken", ...text("y") })).rejects.toMatchObject({
      issues: [{ path: ["slug"], rule: "slug-taken" }],
    })
  })

  it("is imported once", async () => {
    const imported = {
      slug: "imported",
      campaign: "past",
      publishedAt: "2018-01-16T00:00:00.000Z",
      ...text("import"),
    }
    await importNotice(system(), imported)
    await importNotice(system(), imported)
    expect(await getPublished(visitor(), { slug: "imported" })).toMatchObject({
      number: 1,
      superseded: false,
    })
  })
})
