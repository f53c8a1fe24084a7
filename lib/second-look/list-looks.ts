import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { type Agreement, agreementOf, agrees, type Look } from "./look"
import { LookEntity } from "./look.entity"

const readMax = 5_000

export type Looks = {
  readonly waiting: number
  /** Of the months asked for. */
  readonly agreement: readonly Agreement[]
  /** Decisions of which the second look came to something else, the latest first; without either's name. */
  readonly differing: readonly Pick<Look, "tipId" | "lookId" | "category" | "first" | "second">[]
}

/** What second looks came to in some months (`2026-11`). */
export const listLooks = verb(
  {
    name: "second-look.list",
    by: ["moderator", "auditor", "administrator"],
    input: z.object({ months: z.array(z.string().regex(/^\d{4}-\d{2}$/)).max(24) }),
  },
  async (_ctx, { months }): Promise<Looks> => {
    const [waiting, taken] = await Promise.all([
      lookedAt("waiting"),
      Promise.all(months.map(lookedAt)).then((lists) => lists.flat()),
    ])
    return {
      waiting: waiting.length,
      agreement: agreementOf(taken),
      differing: taken
        .filter((look) => !agrees(look))
        .toReversed()
        .map(nameless),
    }
  },
)

const lookedAt = async (state: string): Promise<Look[]> => {
  const { data } = await LookEntity.query.state({ state }).go({ limit: readMax, pages: "all" })
  return data.slice(0, readMax).map(({ row }) => row)
}

const nobody = { id: "", name: "" }
const nameless = (look: Look): Look => ({
  ...look,
  first: { ...look.first, by: nobody },
  ...(look.second ? { second: { ...look.second, by: nobody } } : {}),
})
