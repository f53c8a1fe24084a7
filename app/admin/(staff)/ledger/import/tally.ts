import { z } from "zod"

const Tally = z.object({
  recorded: z.int(),
  exists: z.int(),
  refused: z.array(z.object({ number: z.int(), why: z.string() }).readonly()).readonly(),
})
/** What became of the rows that are done. */
export type Tally = Readonly<z.infer<typeof Tally>>

const noRowsYet: Tally = { recorded: 0, exists: 0, refused: [] }

/** The tally that a form carries from one call to the next. */
export const recordedSoFar = (text: string): Tally =>
  text === "" ? noRowsYet : (Tally.safeParse(JSON.parse(text)).data ?? noRowsYet)
