import { type Keys, Refused } from "./api"
import { onChoice } from "./choice"
import { filesLeft, listText, renew, watchFiles } from "./file-list"
import { Unreadable } from "./hash"
import { type Job, sendFile, takeBack } from "./job"
import { Unreachable } from "./retry"
import { fill, newRow, type UploadList } from "./row"
import { NotSent } from "./send"
import type { UploadWords } from "./upload-words"

/** Turns the evidence page's plain form into a choice of many files, sent one after the other. */
const enhance = (root: HTMLElement) => {
  const { tipId = "", number = "", code = "", hasher = "", words: text = "{}" } = root.dataset
  const keys: Keys = { tipId, number, code }
  const words: UploadWords = JSON.parse(text)
  const [input, list, status] = [
    root.querySelector<HTMLInputElement>("input[type=file]"),
    root.querySelector("[data-progress]"),
    root.querySelector("[data-status]"),
  ]
  if (!input || !list || !status) return
  const uploadList: UploadList = { list, status, words, rest: input }
  const bytesMax = Number(root.dataset.bytesMax)
  const jobs: Job[] = []
  let isSending = false

  const note = (message: string) => {
    const line = document.createElement("li")
    line.dataset.failed = ""
    line.textContent = message
    list.append(line)
    status.textContent = message
  }

  const sendOne = async (job: Job) => {
    try {
      if ((await sendFile(keys, hasher, job)) === "sent") job.row.sent()
    } catch (error) {
      job.row.failed(whyNot(error, words))
    }
    await renew()
  }

  const warnOfLoss = (event: BeforeUnloadEvent) => event.preventDefault()

  const sendAll = async () => {
    if (isSending) return
    isSending = true
    addEventListener("beforeunload", warnOfLoss)
    for (let job = jobs[0]; job; job = jobs[0]) {
      await sendOne(job)
      jobs.shift()
    }
    removeEventListener("beforeunload", warnOfLoss)
    isSending = false
    await watchFiles()
    if (!isSending) status.textContent = listText()
  }

  const add = (file: File) => {
    const row = newRow(uploadList, file.name)
    const why = unfit(file, bytesMax, words)
    if (why) return row.failed(why)
    const stop = new AbortController()
    row.offerDiscard(() => stop.abort())
    jobs.push({ file, row, stop })
  }

  onChoice(root, input, (files) => {
    if (files.length === 0) return
    for (const old of list.querySelectorAll("[data-failed]")) old.remove()
    const left = filesLeft() - jobs.filter(({ stop }) => !stop.signal.aborted).length
    if (files.length > left) return note(fill(words.tooMany, { left: Math.max(0, left) }))
    for (const file of files) add(file)
    void sendAll()
  })

  document.addEventListener("submit", async (event) => {
    const form =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-discard]") : null
    if (!form) return
    event.preventDefault()
    const refusal = await takeBack(keys, form.dataset.discard ?? "")
    await renew()
    input.focus()
    if (refusal) note(refusal)
    else status.textContent = words.discarded
  })

  for (const plain of document.querySelectorAll<HTMLElement>("[data-plain]")) plain.hidden = true
  root.hidden = false
  void watchFiles()
}

/** What would be refused after it was sent is refused before. */
const unfit = ({ size }: File, bytesMax: number, words: UploadWords) => {
  if (size === 0) return words.empty
  return size > bytesMax ? words.tooBig : undefined
}

/** What to tell of a file that was not sent. The store names its reasons in a language of its own. */
const whyNot = (error: unknown, words: UploadWords) => {
  if (error instanceof Refused) return error.message
  if (error instanceof Unreadable) return words.unreadable
  if (error instanceof Unreachable) return words.unreachable
  const code = error instanceof NotSent ? (error.code ?? "") : ""
  if (/^EntityToo/.test(code)) return words.otherSize
  return /Digest|Checksum/.test(code) ? words.otherContent : words.refused
}

const root = document.querySelector<HTMLElement>("[data-upload]")
if (root) enhance(root)
