import { GET as getStep, POST as postStep } from "@/app/[locale]/report/[step]/route"
import { GET as check, POST as send } from "@/app/[locale]/report/check/route"
import { fieldsOf, type newBrowser } from "./form-browser"

type Given = { params: Promise<{ locale: string }> }
type Browser = ReturnType<typeof newBrowser>
type Fields = Readonly<Record<string, string>>

/** The handlers of one question, as the router calls them. */
const handlersOf = (step: string) => {
  const withStep = ({ params }: Given) => ({ params: params.then((given) => ({ ...given, step })) })
  return {
    ask: (request: Request, given: Given) => getStep(request, withStep(given)),
    answer: (request: Request, given: Given) => postStep(request, withStep(given)),
  }
}

/** A whole report, question by question. */
export const answers: Readonly<Record<string, Fields>> = {
  kind: { category: "music" },
  where: { targets: "https://songs.pirate.example/1\r\n\r\nhxxps://songs[.]pirate[.]example/2?utm_source=x" },
  work: { work: "A song", rightHolder: "A label" },
  money: { paysBy: "ads", urgency: "first-release" },
  description: { description: "All songs of the album\r\ncan be heard here." },
  files: { hasFiles: "no" },
  contact: { contact: "" },
}

export const answerStep = (browser: Browser, step: string, fields: Fields, locale = "en", headers = {}) =>
  browser.post(handlersOf(step).answer, `/${locale}/report/${step}`, { ...fields }, headers)

export const ask = (browser: Browser, step: string, locale = "en") =>
  browser.get(handlersOf(step).ask, `/${locale}/report/${step}`)

export const answerAll = async (browser: Browser, given = answers, locale = "en") => {
  for (const [step, fields] of Object.entries(given)) await answerStep(browser, step, fields, locale)
}

export const sendReport = async (browser: Browser, locale = "en", headers = {}, isHurried = false) => {
  const { document } = await browser.get(check, `/${locale}/report/check`)
  const path = `/${locale}/report/check`
  const fields = fieldsOf(document.querySelector("form[data-proof]"))
  return (isHurried ? browser.postAtOnce : browser.post)(send, path, fields, headers)
}
