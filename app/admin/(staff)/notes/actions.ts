"use server"
import { formAction } from "@/app/admin/_gate/form-action"
import { writeNote } from "@/lib/note"

export const write = formAction(async (ctx, { text, optional }) => {
  const [tipId, caseId] = [optional("tipId"), optional("caseId")]
  await writeNote(ctx, { of: tipId === undefined ? { caseId: caseId ?? "" } : { tipId }, text: text("text") })
})
