import type { Locator, Page } from "playwright-core"

const stopsMax = 60

/** Whether the focus can be seen where it is: on the element, or on the label that is drawn for a radio button. */
const isFocusSeen = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body || at.tabIndex < 0) return true
    const drawn = at.matches("[type=radio]") && at.nextElementSibling
    const { outlineStyle, boxShadow } = drawn ? getComputedStyle(drawn, "::before") : getComputedStyle(at)
    return outlineStyle !== "none" || boxShadow !== "none"
  })

/**
 * Goes on by the Tab key to what is wanted, past the end of the page too.
 * @throws {Error} where the focus cannot be seen on the way, or never gets there
 */
export const tabTo = async (page: Page, wanted: Locator) => {
  for (let stops = 0; stops < stopsMax; stops++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
    if (!(await isFocusSeen(page))) throw new Error(`The focus is not seen at stop ${stops} of ${page.url()}`)
  }
  throw new Error(`${wanted} is not reached by the keyboard`)
}

export const pressAt = async (page: Page, wanted: Locator, key = "Enter") => {
  await tabTo(page, wanted)
  await page.keyboard.press(key)
}

export const typeAt = async (page: Page, wanted: Locator, text: string) => {
  await tabTo(page, wanted)
  await page.keyboard.type(text)
}

/** What a screen reader says of a control besides its name: of a group of choices what it says of the group. */
export const descriptionOf = (control: Locator): Promise<string> =>
  control.evaluate((element) => {
    const owner = element.hasAttribute("aria-describedby") ? element : element.closest("fieldset")
    const ids = owner?.getAttribute("aria-describedby")?.split(" ") ?? []
    return ids.map((id) => document.getElementById(id)?.textContent?.trim() ?? "").join(" ")
  })

/** The levels of the headings in the order of the page. */
export const headingsOf = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => Number(tagName[1])),
  )
