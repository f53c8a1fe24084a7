import { expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { demoAccounts } from "@/infra/local/openid/accounts"
import { cookieBrowser } from "@/tests/support/cookie-browser"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl, openIdUrl } = await portal()

const signIn = async (accountId: string) => {
  const browser = cookieBrowser()
  const door = await browser.follow(`${siteUrl}/admin`)
  const accounts = await browser.submit(door)
  expect(accounts.url).toContain(openIdUrl)
  const action = accounts.text.match(new RegExp(`action="([^"]+/${accountId})"`))?.[1] ?? ""
  const landed = await browser.post(new URL(action, accounts.url).href, {})
  return { browser, landed }
}

it.each(demoAccounts.filter(({ roles }) => roles.length > 0).map(({ id }) => id))(
  "lets %s into the console without JavaScript, as nobody else",
  async (id) => {
    const { browser, landed } = await signIn(id)
    expect(landed.response.status).toBe(200)
    expect(landed.url).toContain(`${siteUrl}/admin`)
    expect(landed.url).not.toContain("sign-in")
    expect((await browser.follow(`${siteUrl}/admin/people`)).text).toContain(`<code>${id}</code>`)
  },
)

it("ends the session on the server: a copied cookie opens nothing after the sign-out", async () => {
  const { browser, landed } = await signIn("publisher-2")
  const cookie = browser
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ")
  const withCopy = () => fetch(`${siteUrl}/admin/notices`, { headers: { cookie }, redirect: "manual" })
  expect((await withCopy()).status).toBe(200)
  // The button of the shell that ends the session, in whichever language the page came.
  const forms = landed.text.match(/<form[\s\S]*?<\/form>/g) ?? []
  const words = (["zh", "en"] as const).map((locale) => wordsFor(locale, "console")("signOut"))
  const signOut = forms.find((form) => words.some((word) => form.includes(word))) ?? ""
  const asked = await browser.submit({ url: landed.url, text: signOut })
  expect(asked.url).toContain(openIdUrl)
  const after = await withCopy()
  expect(after.status === 200 ? await after.text() : after.headers.get("location")).toMatch(/sign-in/)
  // The provider's own session ends too, once its question is answered; it leads back here.
  const [, action = ""] = asked.text.match(/<form[^>]*action="([^"]+)"/) ?? []
  const [, token = ""] = asked.text.match(/name="xsrf" value="([^"]+)"/) ?? []
  const left = await browser.post(new URL(action, asked.url).href, { xsrf: token, logout: "yes" })
  expect(left.url).toBe(`${siteUrl}/admin/sign-in?ended=1`)
})
