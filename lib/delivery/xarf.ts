import { z } from "zod"
import { caseTipsOf, getCaseRecord, nameOfCase } from "@/lib/case"
import { setting } from "@/lib/kernel/config"
import { sha256 } from "@/lib/kernel/crypto"
import { clipped } from "@/lib/kernel/text"
import type { Referral } from "@/lib/referral"
import { contactsStored } from "@/lib/settings"
import { getTipRecord, type Tip } from "@/lib/tip"

const Party = z.strictObject({
  org: z.string().max(200),
  contact: z.email(),
  domain: z.string().regex(/^[a-z0-9.-]+$/),
})

/**
 * One address, as XARF 4 reports it to whoever hosts it (https://xarf.org/docs/specification/, type
 * copyright/copyright). Never who reported, nor what their report is called.
 */
export const XarfReport = z
  .object({
    xarf_version: z.literal("4.0.0"),
    report_id: z.uuid().meta({ description: "The same at each try, for this address of this referral." }),
    timestamp: z.iso.datetime().meta({ description: "When the first report of this address came." }),
    reporter: Party,
    sender: Party,
    source_identifier: z.string().meta({ description: "The host." }),
    category: z.literal("copyright"),
    type: z.literal("copyright"),
    evidence_source: z.literal("user_report"),
    infringing_url: z.url(),
    work_title: z.string().max(500).optional(),
    rights_holder: z.string().max(200).optional(),
    description: z.string().max(1_000),
    evidence: z
      .array(
        z.strictObject({
          content_type: z.literal("text/plain"),
          description: z.string().max(500),
          payload: z.base64(),
          hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
          size: z.int().min(0),
        }),
      )
      .max(50),
    tags: z.array(z.string().regex(/^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+.-]*$/)).meta({
      description:
        "`case:` the case's number; `referral:` what an update names; `lifecycle:test` of a demonstration.",
    }),
  })
  .meta({ id: "XarfReport" })
type XarfReport = z.infer<typeof XarfReport>

const tipsReadMax = 200
/** Reports of one referral: a host that takes down a site takes down all of it. */
const reportsMax = 100

const organisation = "Copyright administration (Sword Net campaign)"

/**
 * The reports of a referral to a host: one for each address, none for what has no address (an app by its name, a file by
 * its hash).
 * @throws {Error} while the portal has no address of its own for answers, which the format asks for: told again once it has
 */
export const xarfReports = async (referral: Referral): Promise<string[]> => {
  const { caseId, referralId } = referral
  const { email } = await contactsStored()
  if (!email) throw new Error("no XARF report: the portal has no e-mail address for answers")
  const [found, joined] = await Promise.all([getCaseRecord(caseId), caseTipsOf(caseId)])
  const tips = await Promise.all(joined.slice(0, tipsReadMax).map(({ tipId }) => getTipRecord(tipId)))
  const party = { org: organisation, contact: email, domain: new URL(setting("SITE_URL")).hostname }
  return firstReports(tips)
    .slice(0, reportsMax)
    .map(({ url, tip, reports }) => {
      const said = statementOf(nameOfCase(found), url, tip.receivedAt, reports)
      return JSON.stringify(
        XarfReport.parse({
          xarf_version: "4.0.0",
          report_id: uuidFrom(`${referralId} ${url}`),
          timestamp: tip.receivedAt,
          reporter: party,
          sender: party,
          source_identifier: new URL(url).hostname,
          category: "copyright",
          type: "copyright",
          evidence_source: "user_report",
          infringing_url: url,
          work_title: tip.work,
          rights_holder: tip.rightHolder,
          description: clipped(referral.reason, 1_000),
          evidence: [said],
          tags: [
            `case:${nameOfCase(found).toLowerCase()}`,
            `referral:${referralId.toLowerCase()}`,
            ...(referral.demo ? ["lifecycle:test"] : []),
          ],
        } satisfies XarfReport),
      )
    })
}

/** Each address once, by the first tip that named it, with how many did. */
const firstReports = (tips: readonly Tip[]) => {
  const named = tips
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    .flatMap((tip) =>
      tip.targets.flatMap(({ kind, text }) =>
        kind === "url" && URL.canParse(text) ? [{ url: text, tip }] : [],
      ),
    )
  return [...Map.groupBy(named, ({ url }) => url).values()].flatMap((all) => {
    const [first] = all
    return first ? [{ ...first, reports: new Set(all.map(({ tip }) => tip.tipId)).size }] : []
  })
}

const statementOf = (number: string, url: string, since: string, reports: number) => {
  const text = [
    `Case ${number} of the copyright administration.`,
    `Address: ${url}`,
    `Reported first: ${since}`,
    `Reports that were examined and accepted: ${reports}`,
    "",
  ].join("\n")
  const bytes = Buffer.from(text)
  return {
    content_type: "text/plain" as const,
    description: "What the administration found",
    payload: bytes.toString("base64"),
    hash: `sha256:${sha256(text)}`,
    size: bytes.length,
  }
}

/** The same for the same text, in the form of version 4, which the format asks for. */
const uuidFrom = (text: string): string => {
  const hex = sha256(`xarf ${text}`)
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-")
}
