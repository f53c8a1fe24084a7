// Each point of an upload, met by each fault: whoever comes back, with the receipt and the file alone, gets the file
// there, whole and once.
import { randomBytes } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { settles } from "@/tests/support/crash/persist"
import { portal } from "@/tests/support/portal/portal"
import { formPoints, newFormSender } from "@/tests/support/upload-faults/form"
import { points } from "@/tests/support/upload-faults/points"
import { newReport } from "@/tests/support/upload-faults/report"
import { newSender, sha256Of } from "@/tests/support/upload-faults/sender"

const { siteUrl, kill, pids, ready } = await portal()

/** Three parts, the last a short one; of no type that a preview is drawn of, which would take most of the time. */
const large = randomBytes(17 * 1024 ** 2)
const page = Buffer.from(`What the page showed: ${randomBytes(1024 ** 2).toString("hex")}`)

type Victim = "site" | "s3" | "dynamo" | "pump"

/** `line`: only the connections break. The others: as by a power cut, and the supervisor starts them again. */
const strike = async (fault: "line" | Victim) => {
  if (fault === "line") return
  const before = pids()[fault]
  kill(fault)
  if (!(await settles(async () => pids()[fault] !== before, 20))) throw new Error(`${fault} stayed dead`)
}

const wholeFile = (sha256: string) => [{ state: "verified", sha256 }]

/** Waits for the inspection. @returns what the reporter sees in the end */
const outcomeOf = async (look: () => Promise<readonly { state: string; sha256?: string }[]>) => {
  await settles(async () => (await look()).every(({ state }) => state !== "announced"), 60)
  return (await look()).map(({ state, sha256 }) => ({ state, sha256 }))
}

const each = <Value, Result>(
  table: Readonly<Record<string, Value>>,
  work: (value: Value) => Promise<Result>,
) => Promise.all(Object.entries(table).map(async ([name, value]) => [name, await work(value)] as const))

describe.each(["line", "site", "s3", "dynamo", "pump"] as const)("cut at the %s", (fault) => {
  const outcomes: Record<string, unknown> = {}
  beforeAll(async () => {
    await ready()
    const inParts = await each(points, async (point) => {
      const sender = newSender(siteUrl, await newReport(siteUrl), "disk.img", large)
      return { sender, look: sender.look, act: await point(sender) }
    })
    const byForm = await each(formPoints, async (point) => {
      const report = await newReport(siteUrl)
      const sender = await newFormSender(siteUrl, report, page)
      return { sender, look: newSender(siteUrl, report, "", page).look, act: await point(sender) }
    })
    const uploads = [...inParts, ...byForm]
    const cuts = await Promise.all(uploads.map(([, { act }]) => act()))
    await strike(fault)
    for (const cut of cuts) cut()
    await ready()
    // One after the other: what is tested is the return, not the crowd.
    for (const [name, { sender, look }] of uploads) {
      await sender.comeBack()
      outcomes[name] = await outcomeOf(look)
    }
  }, 300_000)

  it.each(Object.keys(points))("the file in parts is there, whole and once: %s", (point) => {
    expect(outcomes[point]).toEqual(wholeFile(sha256Of(large)))
  })

  it.each(Object.keys(formPoints))("the file of the plain form is there, whole and once: %s", (point) => {
    expect(outcomes[point]).toEqual(wholeFile(sha256Of(page)))
  })
})
