import { contactOf } from "./plan"
import type { Report } from "./run"

type Place = { readonly name: string; readonly texts: readonly string[]; readonly mayNameTips: boolean }

/**
 * No reporter's contact, receipt number or secret code stands in any of these texts; nor, where authorities read them,
 * what the portal calls a report inside. @returns complaints
 */
export const revealed = ({ run, tips }: Report, places: readonly Place[]): string[] => {
  const [beforeNumber = "", afterNumber = ""] = contactOf(run, 0).split("0-")
  const contact = new RegExp(`${beforeNumber}\\d+-${afterNumber}`, "i")
  const secrets = new Set(tips.flatMap(({ number, code }) => [number, code].map((one) => one.toLowerCase())))
  const ids = new Set(tips.map(({ tipId }) => tipId))
  const spoken = /[0-9a-z]{4}(?:-[0-9a-z]{4})+/gi
  const faults: string[] = []
  for (const { name, texts, mayNameTips } of places)
    for (const text of texts) {
      const names = contact.exec(text)
      if (names) faults.push(`${name}: names ${names[0]}`)
      for (const [found] of text.matchAll(spoken))
        if (secrets.has(found.toLowerCase())) faults.push(`${name}: holds ${found}`)
      if (mayNameTips) continue
      for (const [found] of text.matchAll(/tip_[0-9a-z]+/g))
        if (ids.has(found)) faults.push(`${name}: calls a report ${found}`)
    }
  return [...new Set(faults)]
}
