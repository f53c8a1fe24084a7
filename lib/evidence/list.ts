import { z } from "zod"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import type { Evidence } from "./evidence"
import { evidenceOf } from "./record"

/** The files of a tip, in the order they were announced. */
export const listEvidence = verb(
  {
    name: "evidence.list",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ tipId: TipId }),
  },
  async (_ctx, { tipId }): Promise<Evidence[]> => evidenceOf(tipId),
)
