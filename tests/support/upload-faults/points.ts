import { type Sender, sendHalf } from "./sender"

/**
 * Brings an upload to one of its points. What it returns happens at the very moment of the fault; what that returns
 * cuts the connections that are open then.
 */
type Point = (sender: Sender) => Promise<() => Promise<() => void>>

const nothingOpen = () => {}
const stay = async () => nothingOpen

/** Completes, and goes away before the answer comes. */
const completeUnheard = async (sender: Sender, upload: Awaited<ReturnType<Sender["announce"]>>) => {
  const gone = new AbortController()
  void sender.complete(upload, gone.signal).catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 10))
  return () => gone.abort()
}

const allSent = async (sender: Sender) => {
  const upload = await sender.announce()
  await sender.sendParts(upload, sender.numbersOf(upload))
  return upload
}

/** Every point of an upload in parts at which something can break. */
export const points: Readonly<Record<string, Point>> = {
  "nothing announced": async () => stay,
  announced: async (sender) => {
    await sender.announce()
    return stay
  },
  "upload begun at the store, no part sent": async (sender) => {
    await sender.permit(await sender.announce(), [1])
    return stay
  },
  "within the first part": async (sender) => {
    const upload = await sender.announce()
    const [first] = await sender.permit(upload, [1])
    return () => sendHalf(first?.url ?? "", "PUT", first?.headers ?? {}, sender.cut(upload, 1))
  },
  "between two parts": async (sender) => {
    await sender.sendParts(await sender.announce(), [1])
    return stay
  },
  "within the last part, the others sent": async (sender) => {
    const upload = await sender.announce()
    const last = sender.numbersOf(upload).length
    await sender.sendParts(
      upload,
      sender.numbersOf(upload).filter((number) => number < last),
    )
    const [permit] = await sender.permit(upload, [last])
    return () => sendHalf(permit?.url ?? "", "PUT", permit?.headers ?? {}, sender.cut(upload, last))
  },
  "all parts sent, nobody said so": async (sender) => {
    await allSent(sender)
    return stay
  },
  "completed, the answer lost": async (sender) => {
    const upload = await allSent(sender)
    return () => completeUnheard(sender, upload)
  },
  "completed, inspection under way": async (sender) => {
    const upload = await allSent(sender)
    return async () => {
      await sender.complete(upload)
      return nothingOpen
    }
  },
}
