// A file sent by the page's form without script, where the place for it has no name yet.
import { parseHTML } from "linkedom"
import type { Submitted } from "@/lib/reporter"
import { cookieBrowser } from "@/tests/support/cookie-browser"
import { persist } from "@/tests/support/crash/persist"
import { sendHalf, sha256Of } from "./sender"

const fileName = "captured page.txt"

type FormSender = Awaited<ReturnType<typeof newFormSender>>

export const newFormSender = async (siteUrl: string, { receipt }: Submitted, bytes: Buffer<ArrayBuffer>) => {
  const browser = cookieBrowser()
  const page = `${siteUrl}/en/report/evidence`
  await browser.post(`${siteUrl}/en/follow`, { number: receipt.number, code: receipt.code })

  const load = async () => {
    const { response, text } = await browser.follow(page)
    if (!response.ok) throw new Error(`the page: ${response.status}`)
    const { document } = parseHTML(text)
    return {
      form: document.querySelector("form[target=sending]"),
      files: document.querySelector("[data-files]"),
    }
  }
  const openForm = async () => {
    if (!(await load()).form) await browser.post(page, {})
    const { form } = await load()
    if (!form) throw new Error("no form is offered")
    return form
  }
  const bodyOf = async (form: Element) => {
    const data = new FormData()
    for (const input of form.querySelectorAll("input[type=hidden]"))
      data.append(input.getAttribute("name") ?? "", input.getAttribute("value") ?? "")
    data.append("file", new Blob([bytes]), fileName)
    const request = new Request(form.getAttribute("action") ?? "", { method: "POST", body: data })
    const headers = { "content-type": request.headers.get("content-type") ?? "" }
    return { url: request.url, headers, body: Buffer.from(await request.arrayBuffer()) }
  }
  const sendHalfOf = async (form: Element) => {
    const { url, headers, body } = await bodyOf(form)
    return sendHalf(url, "POST", headers, body)
  }
  /** Sends it all, and does not follow the way back. */
  const sendAll = async (form: Element) => {
    const { url, headers, body } = await bodyOf(form)
    const response = await fetch(url, { method: "POST", headers, body, redirect: "manual" })
    if (response.status !== 303) throw new Error(`the store: ${response.status}`)
  }
  /** Loads the page again, and sends the file again where the page shows none. */
  const comeBack = () =>
    persist(async () => {
      const { files } = await load()
      if (!files?.textContent?.includes(fileName)) await sendAll(await openForm())
    })

  return { sha256: sha256Of(bytes), openForm, sendHalfOf, sendAll, comeBack }
}

type Point = (sender: FormSender) => Promise<() => Promise<() => void>>

const nothingOpen = () => {}

export const formPoints: Readonly<Record<string, Point>> = {
  "no form asked for": async () => async () => nothingOpen,
  "form opened": async (sender) => {
    await sender.openForm()
    return async () => nothingOpen
  },
  "within the file": async (sender) => {
    const form = await sender.openForm()
    return () => sender.sendHalfOf(form)
  },
  "sent, the way back lost": async (sender) => {
    await sender.sendAll(await sender.openForm())
    return async () => nothingOpen
  },
  "inspection under way": async (sender) => {
    const form = await sender.openForm()
    return async () => {
      await sender.sendAll(form)
      return nothingOpen
    }
  },
}
