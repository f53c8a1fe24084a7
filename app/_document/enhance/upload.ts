import type { UploadWords } from "@/app/[locale]/report/evidence/sender"
import { announce, complete, type Keys, Refused } from "./api"
import { listText, renew, watchFiles } from "./file-list"
import { newGate } from "./gate"
import { hashOf, Unreadable } from "./hash"
import { patiently } from "./patience"
import { fill, newRow, note } from "./row"
import { NotSent, sendPatiently } from "./send"
import { sendParts } from "./send-parts"

/** Turns the evidence page's plain form into a choice of many files, sent one after the other. */
const enhance = (root: HTMLElement) => {
  const { tipId = "", number = "", code = "", hasher = "", words: text = "{}" } = root.dataset
  const keys: Keys = { tipId, number, code }
  const words: UploadWords = JSON.parse(text)
  const [input, place, status] = [
    root.querySelector<HTMLInputElement>("input[type=file]"),
    root.querySelector("[data-progress]"),
    root.querySelector("[data-status]"),
  ]
  if (!input || !place || !status) return
  let left = Number(root.dataset.left)

  const sendOne = async (file: File) => {
    const row = newRow(place, status, words, file.name)
    if (file.size === 0) return row.failed(words.empty)
    try {
      const sha256 = await hashOf(file, hasher, row.reading)
      const upload = await patiently(() => announce(keys, file, sha256), row.waiting)
      left -= 1
      const { parts } = upload
      if (parts && sha256) {
        const gate = newGate()
        row.offerPause(gate)
        await sendParts({
          keys,
          upload: { ...upload, parts },
          file,
          gate,
          tell: row.progress,
          waiting: row.waiting,
        })
      } else {
        await sendPatiently(upload, file, row.progress)
        await patiently(() => complete(keys, upload), row.waiting)
      }
      row.sent()
      await renew()
    } catch (error) {
      row.failed(whyNot(error, words))
    }
  }

  const warnOfLoss = (event: BeforeUnloadEvent) => event.preventDefault()

  input.addEventListener("change", async () => {
    const files = [...(input.files ?? [])]
    place.replaceChildren()
    input.value = ""
    if (files.length > left) {
      note(place, status, fill(words.tooMany, { left }))
      return
    }
    input.disabled = true
    addEventListener("beforeunload", warnOfLoss)
    for (const file of files) await sendOne(file)
    removeEventListener("beforeunload", warnOfLoss)
    input.disabled = false
    await watchFiles()
    status.textContent = listText()
  })

  for (const plain of document.querySelectorAll<HTMLElement>("[data-plain]")) plain.hidden = true
  root.hidden = false
  void watchFiles()
}

/** What to tell of a file that was not sent. The store names its reasons in a language of its own. */
const whyNot = (error: unknown, words: UploadWords) => {
  if (error instanceof Refused) return error.message
  if (error instanceof Unreadable) return words.unreadable
  if (!(error instanceof NotSent) || !error.code) return words.broken
  if (/^EntityToo/.test(error.code)) return words.otherSize
  return /Digest|Checksum/.test(error.code) ? words.otherContent : words.refused
}

const root = document.querySelector<HTMLElement>("[data-upload]")
if (root) enhance(root)
