import { z } from "zod"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { changeNews, noted } from "./news"

/** There is news of a tip since `at`; a mail falls due if its reporter wants one. The same news again changes nothing. */
export const noteNews = verb(
  { name: "tip.noteNews", by: ["system"], input: z.object({ tipId: TipId, at: z.iso.datetime() }) },
  (ctx, { tipId, at }): Promise<void> => changeNews(tipId, (news) => noted(news, at, ctx.now)),
)
