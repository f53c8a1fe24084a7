import { shownName } from "@/app/_words/shown-name"
import type { Gate } from "./gate"
import { durationText, type Progress, speedText } from "./meter"
import type { UploadWords } from "./upload-words"

export const fill = (template: string, values: Readonly<Record<string, string | number>>) =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** The list of files being sent. `status` is the live region, `rest` takes the focus when its element is removed. */
export type UploadList = {
  readonly list: Element
  readonly status: Element
  readonly words: UploadWords
  readonly rest: HTMLElement
}

export type Row = ReturnType<typeof newRow>

const newElement = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string) => {
  const element = document.createElement(tag)
  element.className = className
  return element
}

const newButton = (word: string, name: string, act: () => void) => {
  const button = newElement("button", "govuk-button govuk-button--secondary")
  button.type = "button"
  const label = (text: string) => {
    button.textContent = text
    button.setAttribute("aria-label", `${text}: ${name}`)
  }
  label(word)
  button.addEventListener("click", act)
  return { button, label }
}

const newElements = (name: string) => {
  const row = newElement("li", "portal-uploads__file")
  const what = newElement("div", "portal-uploads__what")
  const heading = newElement("bdi", "portal-uploads__name")
  const text = newElement("p", "portal-uploads__state")
  const bar = newElement("progress", "portal-uploads__bar")
  const buttons = newElement("div", "portal-uploads__buttons")
  heading.textContent = name
  bar.max = 100
  bar.hidden = true
  bar.setAttribute("aria-label", name)
  what.append(heading, text)
  row.append(what, bar, buttons)
  return { row, text, bar, buttons }
}

/** One file's line: what happens to it, and a bar. A screen reader hears of it at the quarters only. */
export const newRow = ({ list, status, words, rest }: UploadList, fileName: string) => {
  const name = shownName(fileName)
  const { row, text, bar, buttons } = newElements(name)
  list.append(row)
  let announcedPercent = 0
  let isHeldUp = false
  const show = (message: string, percent?: number) => {
    text.textContent = message
    if (percent === undefined) return
    bar.hidden = false
    bar.value = percent
  }
  const tell = (message: string) => {
    status.textContent = fill(words.of, { name, text: message })
  }
  const say = (message: string) => {
    show(message)
    tell(message)
  }
  const leave = () => {
    const hadFocus = row.contains(document.activeElement)
    row.remove()
    if (hadFocus) rest.focus()
  }
  show(words.queued)
  return {
    begun: () => say(words.preparing),
    sending: () => show(fill(words.begun, { percent: 0 }), 0),
    reading: (percent: number) => show(fill(words.reading, { percent }), percent),
    progress: ({ percent, bytesPerSecond, secondsLeft }: Progress) => {
      const time = durationText(secondsLeft)
      const speed = speedText(bytesPerSecond)
      const message = fill(time ? words.progress : words.begun, { percent, speed, time: time ?? "" })
      show(message, percent)
      if (percent < announcedPercent + 25 && !isHeldUp) return
      isHeldUp = false
      announcedPercent = percent - (percent % 25)
      tell(message)
    },
    waiting: () => {
      if (!isHeldUp) say(words.waiting)
      isHeldUp = true
    },
    /** A button that holds up what the gate guards, and lets it go on. */
    offerPause: (gate: Gate) => {
      let isPaused = false
      const { button, label } = newButton(words.pause, name, () => {
        isPaused = !isPaused
        label(isPaused ? words.goOn : words.pause)
        if (isPaused) gate.shut()
        else gate.open()
        say(isPaused ? words.paused : words.goingOn)
      })
      buttons.prepend(button)
    },
    offerDiscard: (discard: () => void) => {
      const { button } = newButton(words.discard, name, () => {
        leave()
        tell(words.discarded)
        discard()
      })
      buttons.append(button)
    },
    sent: () => {
      leave()
      tell(words.sent)
    },
    failed: (why: string) => {
      const hadFocus = buttons.contains(document.activeElement)
      row.dataset.failed = ""
      bar.remove()
      buttons.remove()
      if (hadFocus) rest.focus()
      say(fill(words.failed, { why }))
    },
  }
}
