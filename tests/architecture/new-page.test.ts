import { readFileSync } from "node:fs"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { PageFooter } from "@/app/_document/page-footer"
import { PageHeader } from "@/app/_document/page-header"
import { consoleRoutes, publicRoutes, routesOf } from "@/tests/support/browser/routes"
import { sources } from "./imports"

const table = "tests/support/browser/routes.ts"

/** Header and footer of every page, and the sources of all other pages: where a link can stand. */
const navigation = [
  createElement(PageHeader, { locale: "en", path: "" }),
  createElement(PageFooter, { locale: "en" }),
]
  .map((element) => renderToStaticMarkup(element))
  .join("")
const pages = sources
  .filter((path) => /^app\/(\[locale\]|_document)\//.test(path))
  .map((path) => [path, readFileSync(path, "utf8")] as const)

const isLinked = (route: string) => {
  const link = new RegExp(`/(en|\\$\\{locale\\})${route}(?=["'\`?#])`)
  const own = `app/[locale]${route}/`
  return link.test(navigation) || pages.some(([path, text]) => !path.startsWith(own) && link.test(text))
}

const publicPages = routesOf("[locale]")
const consolePages = routesOf("admin")

/** The last step follows the last question; the other is linked in the mails. */
const notLinked = ["/report/check", "/follow/news/stop"]
const fixed = publicPages.filter(
  (route) => route !== "" && !route.includes("[") && !notLinked.includes(route),
)

describe("a public page", () => {
  it("is visited by the accessibility tests", () => {
    const missing = publicPages.filter((route) => !(route in publicRoutes))
    expect(missing, `add them to publicRoutes in ${table}, or to noPages if they show no page`).toEqual([])
    const gone = Object.keys(publicRoutes).filter((route) => !publicPages.includes(route))
    expect(gone, `publicRoutes in ${table} names pages that do not exist`).toEqual([])
  })

  it.each(fixed)("%s can be reached by a link from another page", (route) => {
    expect(
      isLinked(route),
      "link it: app/_document/page-header.tsx, page-footer.tsx or a page of app/[locale]",
    ).toBe(true)
  })
})

describe("a page of the console", () => {
  it("is visited by the accessibility tests", () => {
    const missing = consolePages.filter((route) => !(route in consoleRoutes))
    expect(missing, `add them to consoleRoutes in ${table}`).toEqual([])
    const gone = Object.keys(consoleRoutes).filter((route) => !consolePages.includes(route))
    expect(gone, `consoleRoutes in ${table} names pages that do not exist`).toEqual([])
  })
})
