import type { NoticeText } from "./notice"
import { type Language, numbersIn } from "./numbers"
import { referencesIn } from "./references"

/** What a second publisher has to look at before a text is published, each named by a key of its own. */
export type Finding = { readonly key: string } & (
  | {
      /** A number that refers to no figure. */
      readonly kind: "typed-number"
      /** As it is written; empty where the language does not state it, so that the two differ. */
      readonly zh: readonly string[]
      readonly en: readonly string[]
    }
  | {
      /** A figure that one language refers to and the other does not. */
      readonly kind: "reference-in-one"
      readonly language: Language
      readonly reference: string
    }
  | {
      /** A part that was changed in one language since the last version, and not in the other. */
      readonly kind: "changed-in-one"
      readonly language: Language
      readonly part: "title" | "body"
    }
)

export type FindingKind = Finding["kind"]

const languages = ["zh", "en"] as const

const unique = (texts: readonly string[]) => [...new Set(texts)]

const wholeText = ({ title, body }: NoticeText, language: Language) =>
  `${title[language]}\n\n${body[language]}`

const typedNumbers = (text: NoticeText): Finding[] => {
  const [zh, en] = languages.map((language) => numbersIn(language, wholeText(text, language)))
  const written = (found: typeof zh, amount: string) =>
    unique((found ?? []).flatMap((one) => (one.amount === amount ? [one.written] : [])))
  const amounts = unique([...(zh ?? []), ...(en ?? [])].map(({ amount }) => amount))
  return amounts.map((amount) => ({
    key: `number:${amount}`,
    kind: "typed-number",
    zh: written(zh, amount),
    en: written(en, amount),
  }))
}

const referencesInOne = (text: NoticeText): Finding[] => {
  const [zh, en] = languages.map((language) => referencesIn(wholeText(text, language)))
  const only = (
    language: Language,
    found: readonly string[] = [],
    others: readonly string[] = [],
  ): Finding[] =>
    found
      .filter((reference) => !others.includes(reference))
      .map((reference) => ({
        key: `reference:${language}:${reference}`,
        kind: "reference-in-one",
        language,
        reference,
      }))
  return [...only("zh", zh, en), ...only("en", en, zh)]
}

const changedInOne = (text: NoticeText, published: NoticeText): Finding[] =>
  (["title", "body"] as const).flatMap((part): Finding[] => {
    const [changed, ...others] = languages.filter((one) => text[part][one] !== published[part][one])
    return changed && others.length === 0
      ? [{ key: `changed:${changed}:${part}`, kind: "changed-in-one", language: changed, part }]
      : []
  })

/**
 * What is to be confirmed before a text may be published (product.md: every number is a reference, or is confirmed
 * with a reason).
 * @param published the version that it would supersede
 */
export const findingsOf = (text: NoticeText, published: NoticeText | undefined): Finding[] => [
  ...typedNumbers(text),
  ...referencesInOne(text),
  ...(published ? changedInOne(text, published) : []),
]

/** Whether the languages state different things, which is the graver of the findings. */
export const isDifference = (finding: Finding): boolean =>
  finding.kind !== "typed-number" || finding.zh.length === 0 || finding.en.length === 0
