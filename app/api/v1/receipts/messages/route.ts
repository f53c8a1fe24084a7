import { readJson } from "@/app/_adapter/body"
import { reporterContext } from "@/app/_adapter/request-context"
import { json, route } from "@/app/_adapter/route"
import { NewMessage } from "@/app/api/_contract/tip"
import { answerQuestion, openReceipt } from "@/lib/tip"

export const POST = route(async ({ request, ctx }) => {
  const { number, code, questionId, answer } = await readJson(request, NewMessage)
  const opened = await openReceipt(ctx, { number, code })
  const { messageId, sentAt } = await answerQuestion(reporterContext(ctx, opened), { questionId, answer })
  return json({ messageId, sentAt }, 201)
})
