import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import { beforeAll, describe, expect, it } from "vitest"
import { getCase } from "@/lib/case"
import { openBrief } from "@/lib/package"
import { type BriefOf, briefsOf } from "@/lib/package/brief/brief"
import { numberOf } from "@/lib/reporter"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { packageOf } from "@/tests/support/package"
import { as } from "@/tests/support/people"

const read = async (pdf: Uint8Array) => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent()
      return items.map((item) => ("str" in item ? item.str : "")).join("")
    }),
  )
  const { info } = await document.getMetadata()
  return { text: pages.join("\n"), pages: document.numPages, info, marks: await document.getMarkInfo() }
}

const tip = (at: number): BriefOf["tips"][number] => ({
  tip: String(at).padStart(4, "0"),
  work: "电影",
  targets: [{ text: `https://films.pirate.example/watch/${"1".repeat(120)}` }],
  description: '#pagebreak() $x$ *not* markup\n#read("/etc/passwd")\n可以免费观看整部电影。',
  receivedAt: "2026-11-27T01:02:03.000Z",
  files: [{ file: "0001-01", name: "截图.png", sha256: "ab".repeat(32) }],
})

const brief = (tips: number): BriefOf => ({
  number: "2026-00012",
  referralId: "ref_0123456789abcdef",
  campaign: { zh: "演示行动", en: "Demo campaign" },
  authority: { zh: "公安部", en: "Ministry of Public Security" },
  openedAt: "2026-11-27T02:00:00.000Z",
  cutAt: "2026-11-27T03:00:00.000Z",
  reason: "Infringement on a commercial scale.",
  sites: ["pirate.example", "镜像.example"],
  tips: Array.from({ length: tips }, (_, at) => tip(at + 1)),
})

describe("a brief", () => {
  it("says the case in both languages, tagged for screen readers, the same each time", async () => {
    const [zh, en] = await briefsOf(brief(2))
    const chinese = await read(zh?.pdf ?? new Uint8Array())
    expect(chinese.info).toMatchObject({ Title: "案情摘要 2026-00012", Language: "zh" })
    // A map, whatever the types say.
    expect(new Map(chinese.marks as unknown as Map<string, boolean>).get("Marked")).toBe(true)
    expect(chinese.text).toContain("公安部")
    expect(chinese.text).toContain("镜像.example")
    const english = await read(en?.pdf ?? new Uint8Array())
    expect(english.info).toMatchObject({ Title: "Brief of case 2026-00012", Language: "en" })
    expect(english.text).toContain("Ministry of Public Security")
    expect(zh?.pdf.toString("latin1")).toContain("pdfuaid")
    const [again] = await briefsOf(brief(2))
    expect(again?.pdf.equals(zh?.pdf ?? Buffer.alloc(0))).toBe(true)
  })

  it("takes nothing that was typed for markup, and lets addresses be copied whole", async () => {
    const [, en] = await briefsOf(brief(1))
    const { text, pages } = await read(en?.pdf ?? new Uint8Array())
    expect(pages).toBe(1)
    expect(text).toContain("#pagebreak() $x$ *not* markup")
    expect(text).toContain('#read("/etc/passwd")')
    expect(text).not.toContain("root:")
    expect(text.replaceAll("\n", "")).toContain(`https://films.pirate.example/watch/${"1".repeat(120)}`)
  })

  it("tells two hundred tips, and how many more are in the package", async () => {
    const [, en] = await briefsOf(brief(203))
    const { text } = await read(en?.pdf ?? new Uint8Array())
    expect(text).toContain("Tip 0200")
    expect(text).not.toContain("Tip 0201")
    expect(text).toContain("3 more tips are in the folder data/tips")
  })
})

describe("the brief of a referral", () => {
  beforeAll(enforcementWorld)

  it("comes with its package, is read by the authority and the case officers, and names no reporter", async () => {
    const { caseId, referralId } = await aDelivered(await aCase())
    const ids = { caseId, referralId, language: "en" as const }
    await expect(openBrief(as("officer"), ids)).rejects.toMatchObject({ code: "not-found" })
    const { bytes } = await packageOf(ids)
    for (const language of ["zh", "en"]) expect(bytes.includes(`data/brief.${language}.pdf`)).toBe(true)
    for (const role of ["officer", "cai"] as const) {
      const { url } = await openBrief(as(role), ids)
      const response = await fetch(url)
      // To be saved, as whatever comes from this store.
      expect(response.headers.get("content-disposition")).toContain(`${referralId}.en.pdf`)
      const { text } = await read(new Uint8Array(await response.arrayBuffer()))
      const { case: found, tips } = await getCase(as("cai"), { caseId })
      expect(text).toContain(found.number)
      for (const { tipId } of tips) {
        expect(text).not.toContain(tipId)
        expect(text).not.toContain(numberOf(tipId))
      }
    }
    for (const role of ["mei", "pia", "auditor"] as const)
      await expect(openBrief(as(role), ids)).rejects.toMatchObject({ code: "forbidden" })
    await expect(openBrief(as("stranger"), ids)).rejects.toMatchObject({ code: "not-found" })
  })
})
