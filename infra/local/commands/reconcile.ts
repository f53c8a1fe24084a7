import { onRunningPortal } from "./command"

const shownText = (value: number | undefined) => value ?? "absent"

await onRunningPortal(async () => {
  const { contextFor } = await import("@/lib/kernel/context")
  const { reconcileFigures } = await import("@/lib/statistics")
  const ctx = contextFor({ kind: "system", name: "reconcile" })
  const { checked, differences } = await reconcileFigures(ctx, {})
  if (differences.length > 0)
    console.table(
      differences.map(({ campaign, revision, metric, shown, ledger }) => ({
        campaign,
        set: revision ? `revision ${revision}` : "running",
        metric,
        shown: shownText(shown),
        "sum of the ledger": shownText(ledger),
      })),
    )
  console.log(`${checked} figures held against the ledger, ${differences.length} differ`)
  return differences.length > 0 ? 1 : 0
})
