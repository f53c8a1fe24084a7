import { randomUUID } from "node:crypto"

/** A multiple of 1,000. CI sends fewer, to stay within its time. */
const tipsInAll = Number(process.env.SURGE_TIPS ?? 20_000)
export const popularSite = "films-for-all.example"
export const popularTips = 500

/** How one citizen sends: once, twice at once, or again after the answer was lost on the way. */
type Manner = "once" | "twice" | "again"

export type Sending = {
  readonly key: string
  readonly manner: Manner
  readonly body: string
  /** Undefined where the tip is as it should be; else the part of it that the answer must name. */
  readonly wrongAt?: string
  readonly site: string
  readonly description: string
}

const wrongTips: readonly { readonly wrongAt: string; readonly change: object }[] = [
  { wrongAt: "#/description", change: { description: "?" } },
  { wrongAt: "#/category", change: { category: "weather" } },
  { wrongAt: "#/targets", change: { targets: [] } },
  { wrongAt: "#/targets/0", change: { targets: ["http://127.0.0.1/watch"] } },
  { wrongAt: "#/locale", change: { locale: "tlh" } },
]

/** 500 of one site, 5 % malformed, 10 % sent twice. */
export const surge = (): Sending[] =>
  Array.from({ length: tipsInAll }, (_, at) => {
    const wrong = at % 20 === 7 ? wrongTips[Math.floor(at / 20) % wrongTips.length] : undefined
    const site = at % (tipsInAll / popularTips) === 0 ? popularSite : `films-${at}.example`
    const description = `The whole film can be watched here without paying. ${at}`
    const tip = {
      category: "film-tv",
      targets: [`https://www.${site}/watch/${at}`],
      description,
      locale: "en",
    }
    return {
      key: randomUUID(),
      manner: at % 20 === 3 ? "twice" : at % 20 === 13 ? "again" : "once",
      body: JSON.stringify({ ...tip, ...wrong?.change }),
      site,
      description,
      ...(wrong ? { wrongAt: wrong.wrongAt } : {}),
    }
  })
