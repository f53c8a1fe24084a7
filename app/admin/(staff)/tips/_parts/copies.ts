import { type Evidence, previewText } from "@/lib/evidence"

/** What the sanitised copies of texts and mails say, by the id of their file. */
export const textsOf = async (evidence: readonly Evidence[]) => {
  const copied = evidence.filter(({ hasPreview }) => hasPreview)
  const texts = await Promise.all(
    copied.map(async (one) => [one.evidenceId, await previewText(one)] as const),
  )
  return new Map(texts.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])))
}
