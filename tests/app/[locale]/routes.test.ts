import { describe, expect, it } from "vitest"
import { GET as anywhere } from "@/app/[locale]/[...rest]/route"
import { GET as privacy } from "@/app/[locale]/privacy/route"
import { GET as root } from "@/app/route"

const request = (acceptLanguage?: string) =>
  new Request(
    "http://localhost:3000/",
    acceptLanguage ? { headers: { "accept-language": acceptLanguage } } : {},
  )

describe("/", () => {
  it.each([
    [undefined, "/zh"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "/zh"],
    ["en-GB,en;q=0.9", "/en"],
    ["fr;q=0.9,en;q=0.5", "/en"],
    ["zh;q=0.2,en;q=0.7", "/en"],
    ["de", "/zh"],
  ])("leads who asks for %s to %s", (acceptLanguage, location) => {
    const response = root(request(acceptLanguage))
    expect([response.status, response.headers.get("location")]).toEqual([307, location])
    expect(response.headers.get("vary")).toBe("accept-language")
  })
})

describe("an address that does not exist", () => {
  const at = async (locale: string, acceptLanguage?: string) => {
    const response = await anywhere(request(acceptLanguage), { params: Promise.resolve({ locale }) })
    const kept = response.headers.get("cache-control")
    return { status: response.status, text: await response.text(), kept }
  }

  it.each([
    ["zh", "en", "页面不存在"],
    ["en", "zh", "The page does not exist"],
    ["fr", "en", "The page does not exist"],
    ["wp-admin", undefined, "页面不存在"],
  ])("below /%s answers 404 in the reader's language", async (locale, acceptLanguage, words) => {
    const { status, text } = await at(locale, acceptLanguage)
    expect(status).toBe(404)
    expect(text).toContain(words)
  })

  it("may be kept briefly where the address names the language, by which alone a cache tells answers apart", async () => {
    expect((await at("zh", "en")).kept).toBe("public, max-age=0, s-maxage=10")
    expect((await at("fr", "en")).kept).toBe("no-store")
  })

  it("is every page in a language that is none of the portal's", async () => {
    const response = await privacy(request(), { params: Promise.resolve({ locale: "fr" }) })
    expect(response.status).toBe(404)
  })
})
