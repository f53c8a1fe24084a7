import type { UploadWords } from "@/app/[locale]/report/evidence/sender"
import type { Progress } from "./send"

export const fill = (template: string, values: Readonly<Record<string, string | number>>) =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** A line that stays, seen and heard. */
export const note = (place: Element, status: Element, message: string) => {
  const line = document.createElement("li")
  line.textContent = message
  place.append(line)
  status.textContent = message
}

/** One file's line: what happens to it, and a bar. A screen reader hears of it at the quarters only. */
export const newRow = (place: Element, status: Element, words: UploadWords, name: string) => {
  const row = document.createElement("li")
  const text = document.createElement("span")
  const bar = document.createElement("progress")
  bar.max = 100
  row.append(text, document.createElement("br"), bar)
  place.append(row)
  let toldPercent = 0
  const say = (message: string) => {
    text.textContent = message
    status.textContent = message
  }
  say(fill(words.preparing, { name }))
  return {
    progress: ({ percent, megabytesPerSecond }: Progress) => {
      const message = fill(words.progress, { name, percent, speed: megabytesPerSecond.toFixed(1) })
      bar.value = percent
      bar.setAttribute("aria-label", message)
      text.textContent = message
      if (percent < toldPercent + 25) return
      toldPercent = percent
      status.textContent = message
    },
    sent: () => {
      row.remove()
      status.textContent = fill(words.sent, { name })
    },
    failed: (why: string) => {
      bar.remove()
      say(fill(words.failed, { name, why }))
    },
  }
}
