import { z } from "zod"
import { personOf } from "@/lib/kernel/context"
import { verb } from "@/lib/kernel/verb"
import type { Import } from "./import"
import { ImportEntity } from "./import.entity"

const listedMax = 10

/** The person's own latest imports. */
export const listImports = verb(
  { name: "measure.listImports", by: ["case-officer", "agency-officer"], input: z.object({}) },
  async (ctx): Promise<readonly Import[]> => {
    const { data } = await ImportEntity.query
      .person({ personId: personOf(ctx).id })
      .go({ limit: listedMax, order: "desc" })
    return data
  },
)
