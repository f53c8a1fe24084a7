import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { log } from "@/lib/kernel/log"

const answerMsMax = 15_000

const send = async (step: string, path: string, wanted: number, init: RequestInit = {}) => {
  const response = await fetch(new URL(path, setting("SITE_URL")), {
    redirect: "manual",
    signal: AbortSignal.timeout(answerMsMax),
    ...init,
  })
  const body = await response.text()
  if (response.status !== wanted) throw new Unwanted(step, response.status, body)
  return body
}

class Unwanted extends Error {
  readonly status: number
  readonly body: string
  constructor(step: string, status: number, body: string) {
    super(`${step} answered ${status}`)
    this.name = "Unwanted"
    this.status = status
    this.body = body
  }
}

const json = (body: object, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
})

const tip = {
  category: "other",
  targets: ["https://canary.example/"],
  description: "Sent by the portal itself, to see whether reports arrive.",
  locale: "en",
}

const Taken = z.object({ receipt: z.object({ number: z.string(), code: z.string() }) })

const report = async () => {
  const authorization = `Canary ${setting("CANARY_KEY")}`
  const taken = Taken.parse(
    JSON.parse(await send("a report", "/api/v1/tips", 201, json(tip, { authorization }))),
  )
  await send("its receipt", "/api/v1/receipts/lookup", 200, json(taken.receipt))
}

const form = { "content-type": "application/x-www-form-urlencoded" }

/**
 * On a schedule: does what a citizen does, from outside, through CloudFront: opens the form, answers its first
 * question, sends a report and opens its receipt.
 * @throws {Error} naming the step that failed, which is what rings; not where an administrator has closed reporting
 */
export const handler = async (): Promise<void> => {
  await send("the form's first page", "/zh/report", 200)
  const origin = new URL(setting("SITE_URL")).origin
  await send("the form's first answer", "/zh/report/kind", 303, {
    method: "POST",
    headers: { ...form, origin, "sec-fetch-site": "same-origin" },
    body: "category=other",
  })
  try {
    await report()
  } catch (error) {
    if (!(error instanceof Unwanted && error.status === 503 && error.body.includes(":reports-shut")))
      throw error
    log.info({}, "canary: reporting is closed")
  }
}
