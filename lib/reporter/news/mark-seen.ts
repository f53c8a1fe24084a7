import { z } from "zod"
import { reporterTipId } from "@/lib/kernel/context"
import { verb } from "@/lib/kernel/verb"
import { changeNews, seen } from "./news"

/**
 * The reporter has been shown what became of the own tip, so needs no mail of it. Where no mails are wanted, or none
 * is due, nothing changes.
 */
export const markNewsSeen = verb(
  { name: "tip.markNewsSeen", by: ["reporter"], input: z.object({}) },
  (ctx): Promise<void> => changeNews(reporterTipId(ctx), seen),
)
