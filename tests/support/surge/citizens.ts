import type { Submitted } from "@/lib/reporter"
import { persist } from "@/tests/support/crash/persist"
import type { Sending } from "./plan"

export type Receipted = Pick<Sending, "site" | "description"> & {
  readonly tipId: string
  readonly number: string
  readonly code: string
}

const citizens = 32
/** About as long as the portal takes in a rush, so that some lines are cut before it has stored the tip, some after. */
const cutMsMax = 200

/** Sends the tips, from many citizens at once. @returns those that got a receipt, and what went otherwise than it should */
export const sendAll = async (siteUrl: string, sendings: readonly Sending[]) => {
  const receipted: Receipted[] = []
  const complaints: string[] = []
  const left = sendings.values()
  const citizen = async () => {
    for (const sending of left) {
      try {
        receipted.push(...(await send(siteUrl, sending)))
      } catch (error) {
        complaints.push(`${sending.body}: ${error}`)
      }
    }
  }
  await Promise.all(Array.from({ length: citizens }, citizen))
  return { receipted, complaints }
}

const send = async (siteUrl: string, sending: Sending): Promise<Receipted[]> => {
  const post = (signal?: AbortSignal) => postTip(siteUrl, sending, signal)
  if (sending.wrongAt) {
    await refused(await post(), sending.wrongAt)
    return []
  }
  if (sending.manner === "again")
    await post(AbortSignal.timeout(Math.ceil(cutMsMax * Math.random()))).catch(() => undefined)
  const answers = await Promise.all(
    Array.from({ length: sending.manner === "twice" ? 2 : 1 }, () =>
      persist(async () => taken(await post())),
    ),
  )
  const [first] = answers
  if (
    !first ||
    answers.some(({ tipId, receipt }) => tipId !== first.tipId || receipt.code !== first.receipt.code)
  )
    throw new Error("sent twice, it got two receipts")
  const { tipId, receipt } = first
  const { site, description } = sending
  return [{ tipId, number: receipt.number, code: receipt.code, site, description }]
}

const postTip = (siteUrl: string, { key, body }: Sending, signal?: AbortSignal) =>
  fetch(`${siteUrl}/api/v1/tips`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body,
    ...(signal ? { signal } : {}),
  })

const taken = async (response: Response): Promise<Submitted> => {
  if (response.status !== 201) throw new Error(`answered ${response.status}: ${await response.text()}`)
  return response.json()
}

const refused = async (response: Response, wrongAt: string) => {
  const problem = await response.json()
  const named = problem.errors?.map(({ pointer }: { pointer: string }) => pointer)
  if (response.status !== 422 || !named?.includes(wrongAt))
    throw new Error(`answered ${response.status} about ${named}, not about ${wrongAt}`)
}
