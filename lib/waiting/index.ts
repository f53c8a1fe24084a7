import { z } from "zod"
import { deliveriesDue } from "@/lib/delivery"
import { scansDue } from "@/lib/evidence"
import { verb } from "@/lib/kernel/verb"
import { packagesDue } from "@/lib/package"
import { mailsDue } from "@/lib/reporter"
import { readLag } from "@/lib/store/lag"
import type { Due } from "@/lib/store/worklist"

/** By then each schedule has run several times. */
const lateMinutes = 30

/** What the portal has to do of itself, and has not done yet. */
export type Queue = Due & { readonly name: QueueName; readonly isLate: boolean }
export const queueNames = ["scans", "mails", "deliveries", "packages"] as const
type QueueName = (typeof queueNames)[number]

/** How late the reactions to events last were. */
export type Lag = { readonly at: string; readonly seconds: number }

/** What waits for scanners, mail, authorities and packages, and how far the reactions are behind. */
export const listQueues = verb(
  { name: "waiting.list", by: ["auditor", "administrator"], input: z.object({}) },
  async ({ now }): Promise<{ queues: Queue[]; lag?: Lag }> => {
    const [lag, ...due] = await Promise.all([
      readLag("react"),
      scansDue(now),
      mailsDue(now),
      deliveriesDue(now),
      packagesDue(now),
    ])
    const lateBefore = new Date(Date.parse(now) - lateMinutes * 60_000).toISOString()
    const queues = queueNames.flatMap((name, at) => {
      const one = due[at]
      return one ? [{ name, ...one, isLate: one.since !== undefined && one.since < lateBefore }] : []
    })
    return { queues, lag }
  },
)
