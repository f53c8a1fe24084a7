import { onRunningPortal } from "./command"

await onRunningPortal(async () => {
  const { contextFor } = await import("@/lib/kernel/context")
  const { verifyParts, verifySome } = await import("@/lib/audit")
  const { verifyDays } = await import("@/lib/reporter")
  const ctx = contextFor({ kind: "system", name: "verify-audit" })
  const sum = { files: 0, events: 0, faults: 0 }
  let position: Parameters<typeof verifySome>[1] | undefined = { part: 0 }
  while (position) {
    const some: Awaited<ReturnType<typeof verifySome>> = await verifySome(ctx, position)
    sum.files += some.files
    sum.events += some.events
    sum.faults += some.faults.length
    for (const { file, subject, seq, fault } of some.faults)
      console.log(`${file}: event ${seq} of ${subject}: ${fault}`)
    position = some.next
    const part = position?.part ?? verifyParts
    if (process.stderr.isTTY) process.stderr.write(`\r${part} of ${verifyParts} parts, ${sum.files} files`)
  }
  if (process.stderr.isTTY) process.stderr.write("\n")
  console.log(`${sum.files} files with ${sum.events} events checked, ${sum.faults} faults`)
  const { days, differing } = await verifyDays(ctx, {})
  for (const day of differing)
    console.log(`${day}: the trail of the staff is not what the log of the day says`)
  console.log(`${days} days held against their logs, ${differing.length} differ`)
  return sum.faults > 0 || differing.length > 0 ? 1 : 0
})
