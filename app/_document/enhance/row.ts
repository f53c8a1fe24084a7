import type { UploadWords } from "@/app/[locale]/report/evidence/sender"
import type { Gate } from "./gate"
import { durationText, type Progress } from "./meter"

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
  const buttons = document.createElement("div")
  bar.max = 100
  row.append(text, document.createElement("br"), bar, buttons)
  place.append(row)
  let toldPercent = 0
  let isHeldUp = false
  const show = (message: string, percent?: number) => {
    text.textContent = message
    bar.setAttribute("aria-label", message)
    if (percent !== undefined) bar.value = percent
  }
  const say = (message: string) => {
    show(message)
    status.textContent = message
  }
  const sayOnce = (message: string) => {
    if (!isHeldUp) say(message)
    isHeldUp = true
  }
  say(fill(words.preparing, { name }))
  return {
    reading: (percent: number) => show(fill(words.reading, { name, percent }), percent),
    progress: ({ percent, megabytesPerSecond, secondsLeft }: Progress) => {
      const speed = megabytesPerSecond.toFixed(1)
      const message = fill(words.progress, { name, percent, speed, time: durationText(secondsLeft) })
      show(message, percent)
      if (percent < toldPercent + 25 && !isHeldUp) return
      isHeldUp = false
      toldPercent = percent - (percent % 25)
      status.textContent = message
    },
    waiting: () => sayOnce(fill(words.waiting, { name })),
    /** A button that holds up what the gate guards, and lets it go on. */
    offerPause: (gate: Gate) => {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "govuk-button govuk-button--secondary"
      const label = (word: string) => {
        button.textContent = word
        button.setAttribute("aria-label", `${word}: ${name}`)
      }
      label(words.pause)
      let isPaused = false
      button.addEventListener("click", () => {
        isPaused = !isPaused
        label(isPaused ? words.goOn : words.pause)
        if (isPaused) gate.shut()
        else gate.open()
        say(fill(isPaused ? words.paused : words.goingOn, { name }))
      })
      buttons.append(button)
    },
    sent: () => {
      row.remove()
      status.textContent = fill(words.sent, { name })
    },
    failed: (why: string) => {
      bar.remove()
      buttons.remove()
      say(fill(words.failed, { name, why }))
    },
  }
}
