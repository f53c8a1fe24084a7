import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { openedBy } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { NewMessage } from "@/app/api/_contract/tip"
import { answerQuestion } from "@/lib/tip"

export const POST = route(async ({ request, ctx }) => {
  const { number, code, questionId, answer } = await readJson(request, NewMessage)
  const reporter = await openedBy(request, ctx, { number, code })
  const { messageId, sentAt } = await answerQuestion(reporter, { questionId, answer })
  return json({ messageId, sentAt }, 201)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
