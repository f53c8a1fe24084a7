import { sweepIncoming, sweepScans } from "@/lib/evidence"
import { contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { buildPackages } from "@/lib/package"
import { remindOverdue } from "@/lib/referral"
import { closeDays, sweepContacts } from "@/lib/reporter"

/**
 * On a schedule: looks after uploads and scans whose event was lost, and clears away what expired: uploads that nobody
 * completed, contacts whose time is over.
 */
export const handler = async (): Promise<void> => {
  const ctx = contextFor({ kind: "system", name: "sweep" })
  const contacts = await sweepContacts(ctx, {})
  const swept = await sweepIncoming(ctx, {})
  // The sealed by this sweep are due from now on.
  const scans = await sweepScans(contextFor(ctx.actor), {})
  const { reminded } = await remindOverdue(ctx, {})
  const packages = await buildPackages(contextFor(ctx.actor), {})
  const days = await closeDays(contextFor(ctx.actor), {})
  log.info(
    {
      ...swept,
      packages,
      daysClosed: days.closed,
      reminded,
      contactsErased: contacts.erased,
      scansAsked: scans.asked,
    },
    "swept",
  )
}
