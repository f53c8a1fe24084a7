import { resolve } from "node:path"
import { log } from "@/lib/kernel/log"
import { type Language, languages, words } from "./words"

// Not by an import: the site's bundler would take the process, and what it loads, for a part of the site.
const { execFile } = process.getBuiltinModule("node:child_process")

const script = "lib/package/brief/main.mjs"
const msMax = 60_000
const bytesMax = 64 * 1024 ** 2
/** Tips that are told in full. The others are in the package, each in a file of its own. */
const tipsMax = 200

/** A tip as the package shows it: without who reported it, or its number. */
export type BriefTip = {
  readonly tip: string
  readonly work?: string
  readonly targets: readonly { readonly text: string }[]
  readonly description: string
  readonly receivedAt: string
  readonly files: readonly { readonly file: string; readonly name: string; readonly sha256?: string }[]
}

type Bilingual = Readonly<Record<Language, string>>

/** What a brief says of a case. */
export type BriefOf = {
  readonly number: string
  readonly referralId: string
  readonly campaign: Bilingual
  readonly authority: Bilingual
  readonly openedAt: string
  /** What came later is not in it. */
  readonly cutAt: string
  readonly reason: string
  readonly sites: readonly string[]
  readonly tips: readonly BriefTip[]
}

const timeIn = (language: Language, at: string) =>
  new Date(at).toLocaleString(language === "zh" ? "zh-CN" : "en-GB", {
    timeZone: "Asia/Shanghai",
    dateStyle: "long",
    timeStyle: "short",
  })

const linesOf = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== "")

const dataOf = (language: Language, brief: BriefOf) => {
  const t = words[language]
  const { number, referralId, campaign, authority, openedAt, cutAt, reason, sites, tips } = brief
  return {
    language,
    words: t,
    number,
    title: `${t.title} ${number}`,
    facts: [
      [t.number, number],
      [t.authority, authority[language]],
      [t.campaign, campaign[language]],
      [t.referral, referralId],
      [t.opened, timeIn(language, openedAt)],
      [t.asOf, timeIn(language, cutAt)],
      [t.count, String(tips.length)],
    ],
    reason: linesOf(reason),
    sites,
    tips: tips.slice(0, tipsMax).map((tip) => ({
      place: tip.tip,
      facts: [
        ...tip.targets.map(({ text }) => [t.target, text]),
        ...(tip.work ? [[t.work, tip.work]] : []),
        [t.received, timeIn(language, tip.receivedAt)],
      ],
      description: linesOf(tip.description),
      files: tip.files.map(({ file, name, sha256 }) => ({ file, name, sha256: sha256 ?? t.withheld })),
    })),
    left: Math.max(0, tips.length - tipsMax),
    leftText: t.left(tips.length - tipsMax),
  }
}

/** Sets what is given as a PDF that screen readers read (PDF/UA-1), in a process of its own. */
const setAsPdf = (data: object): Promise<Buffer> =>
  new Promise((settle, reject) => {
    const child = execFile(
      process.execPath,
      [resolve(/* turbopackIgnore: true */ script)],
      { encoding: "buffer", timeout: msMax, maxBuffer: bytesMax, env: { NODE_ENV: "production" } },
      (error, pdf) => (error ? reject(error) : settle(pdf)),
    )
    child.stdin?.on("error", () => undefined)
    child.stdin?.end(JSON.stringify(data))
  })

type Brief = { readonly language: Language; readonly pdf: Buffer }

/**
 * A case as its authority reads it, as PDF in both languages; the same text gives the same bytes.
 * @returns none where they cannot be set, which is logged: the evidence does not wait for its cover
 */
export const briefsOf = async (brief: BriefOf): Promise<Brief[]> => {
  try {
    return await Promise.all(
      languages.map(async (language) => ({ language, pdf: await setAsPdf(dataOf(language, brief)) })),
    )
  } catch (error) {
    log.error({ referralId: brief.referralId, error: String(error) }, "no brief")
    return []
  }
}
