import type { UploadWords } from "@/app/[locale]/report/evidence/sender"
import { announce, complete, type Keys, Refused } from "./api"
import { renewAndWatch, watchFiles } from "./file-list"
import { hashOf } from "./hash"
import { fill, newRow } from "./row"
import { sendPatiently } from "./send"

/** Turns the evidence page's plain form into a choice of many files, sent one after the other. */
const enhance = (root: HTMLElement) => {
  const { tipId = "", number = "", code = "", words: text = "{}" } = root.dataset
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
    try {
      const upload = await announce(keys, file, await hashOf(file))
      left -= 1
      await sendPatiently(upload, file, row.progress)
      await complete(keys, upload)
      row.sent()
    } catch (error) {
      row.failed(error instanceof Refused ? error.message : words.broken)
    }
  }

  const warnOfLoss = (event: BeforeUnloadEvent) => event.preventDefault()

  input.addEventListener("change", async () => {
    const files = [...(input.files ?? [])]
    input.value = ""
    if (files.length > left) {
      status.textContent = fill(words.tooMany, { left })
      return
    }
    input.disabled = true
    addEventListener("beforeunload", warnOfLoss)
    for (const file of files) await sendOne(file)
    removeEventListener("beforeunload", warnOfLoss)
    input.disabled = false
    await renewAndWatch()
  })

  for (const plain of document.querySelectorAll<HTMLElement>("[data-plain]")) plain.hidden = true
  root.hidden = false
  void watchFiles()
}

const root = document.querySelector<HTMLElement>("[data-upload]")
if (root) enhance(root)
