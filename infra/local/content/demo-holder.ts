import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { readIfThere } from "@/infra/local/environment/read-if-there"
import { findDemoAccount } from "@/infra/local/openid/accounts"
import { markDuplicate } from "@/lib/case"
import { type RightHolder, roles } from "@/lib/kernel/actor"
import { contextFor } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { withdrawTip } from "@/lib/reporter"
import { authenticateKey, countUse, type HolderReport, issueKey, submitReport } from "@/lib/right-holder"
import { acceptTip, askReporter, claimTip, declineTip } from "@/lib/tip"
import { demoReports, type Outcome } from "./demo-reports"

const asAccount = (id: string) => {
  const account = findDemoAccount(id)
  const name = account?.name.en ?? id
  return contextFor({
    kind: "person",
    id,
    name,
    roles: roles.filter((role) => account?.roles.includes(role)),
  })
}

/**
 * A right holder to try the portal as, with reports in each state. Its key is made for one data directory and kept
 * there, for `npm start` to print again; what comes with it is demo data for ever.
 * @returns the key
 */
export const seedDemoHolder = async (dataDir: string, reports = demoReports): Promise<string> => {
  const path = join(dataDir, "demo-key")
  const kept = await open(readIfThere(path))
  const { key, holder } = kept ?? (await made())
  if (!kept) writeFileSync(path, key, { mode: 0o600 })
  await send(holder, reports)
  return key
}

type Opened = { readonly key: string; readonly holder: RightHolder }

const made = async (): Promise<Opened> => {
  const { key } = await issueKey(asAccount("administrator"), {
    holderId: "demo-pictures",
    name: "Demo Pictures 演示影业",
    scopes: ["tips:write", "tips:read"],
    demo: true,
  })
  return { key, holder: await authenticateKey(contextFor({ kind: "visitor" }), { key }) }
}

/** Whose a key is; undefined of one that was revoked, or belongs to other tables. */
const open = async (key: string | undefined): Promise<Opened | undefined> => {
  if (key === undefined) return undefined
  try {
    return { key, holder: await authenticateKey(contextFor({ kind: "visitor" }), { key }) }
  } catch (error) {
    if (isDomainError(error) && error.reason === "key-unknown") return undefined
    throw error
  }
}

/** The tip of a report; undefined where an earlier version of the portal sent it in other words, which stay. */
const submitted = async (holder: RightHolder, report: HolderReport) => {
  try {
    return await submitReport(contextFor(holder), report)
  } catch (error) {
    if (isDomainError(error) && error.issues.some(({ rule }) => rule === "reference-reused")) return undefined
    throw error
  }
}

/** Sends what was not sent before, and has a moderator do with each what its outcome says. */
const send = async (holder: RightHolder, reports: typeof demoReports) => {
  const tipIds = new Map<string, string>()
  let rowsTaken = 0
  for (const { outcome, ...report } of reports) {
    const { status, tipId } = (await submitted(holder, report)) ?? {}
    if (!tipId) continue
    tipIds.set(report.reference, tipId)
    if (status !== "created") continue
    rowsTaken += 1
    if (outcome) await decide(tipId, outcome, tipIds)
  }
  if (rowsTaken > 0) await countUse(contextFor(holder), { rowsTaken })
}

const decide = async (tipId: string, outcome: Outcome, tipIds: ReadonlyMap<string, string>) => {
  if (outcome.is === "withdrawn")
    return withdrawTip(contextFor({ kind: "reporter", tipId: TipId.parse(tipId) }), {})
  const moderator = asAccount("moderator-2")
  const seen = { tipId, version: (await claimTip(moderator, { tipId })).version }
  switch (outcome.is) {
    case "claimed":
      return undefined
    case "asked":
      return askReporter(moderator, { ...seen, question: outcome.question })
    case "accepted":
      return acceptTip(moderator, { ...seen, campaign: "demo-2026" })
    case "declined":
      return declineTip(moderator, { ...seen, reason: outcome.reason })
    case "duplicate":
      return markDuplicate(moderator, { ...seen, of: tipIds.get(outcome.of) ?? "" })
  }
}
