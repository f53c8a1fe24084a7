/** How an authority's own system behaves. */
export type Manner = "honest" | "down" | "twice" | "lying"

export type Plan = {
  readonly tips: number
  readonly cases: number
  /** What begins in a second at most; as fast as the machine goes where it is not said. */
  readonly perSecond?: Readonly<Record<"reports" | "acceptances" | "referrals", number>>
  /** How often the site and the pump are killed, in turns. */
  readonly kills: number
  /** Between two of them, at least and at most. A process that dies within ten seconds five times is given up. */
  readonly killSeconds: readonly [min: number, max: number]
}

const authorities = 12
/** Two are down for a simulated day, one says everything twice, one lies; the others do as they should. */
const mannerOf = (at: number): Manner =>
  at < 2 ? "down" : at === 2 ? "twice" : at === 3 ? "lying" : "honest"

export const authoritiesOf = (run: string) =>
  Array.from({ length: authorities }, (_, at) => ({ id: `sim-${at}-${run}`, manner: mannerOf(at) }))

/** Of a person who is not to be found anywhere outside the record of contacts. */
export const contactOf = (run: string, at: number) => `hidden-reporter-${at}-${run}@mail.example`
/** Every third reporter leaves a contact. */
export const hasContact = (at: number) => at % 3 === 0

/** The tips of one case are about one site. */
export const siteOf = (run: string, { cases }: Plan, at: number) => `sim-${at % cases}-${run}.example`
