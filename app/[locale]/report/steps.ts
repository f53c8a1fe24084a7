import { type Locale, wordsFor } from "@/app/_words"
import type { Draft } from "@/lib/reporter"

/** The questions in their order, by the last part of their address, and what each asks for. */
export const fieldsOfStep = {
  kind: ["category"],
  where: ["targets"],
  work: ["work", "rightHolder"],
  money: ["paysBy", "urgency"],
  description: ["description"],
  files: ["hasFiles"],
  contact: ["contact", "news"],
} as const satisfies Readonly<Record<string, readonly (keyof Draft)[]>>

export type Step = keyof typeof fieldsOfStep
export type FieldName = (typeof fieldsOfStep)[Step][number]

export const steps = Object.keys(fieldsOfStep) as Step[]
export const isStep = (text: string): text is Step => Object.hasOwn(fieldsOfStep, text)

const needed = ["category", "targets", "description", "hasFiles"] as const
export type NeededField = (typeof needed)[number]
export const isNeeded = (field: FieldName): field is NeededField => needed.some((one) => one === field)

export const stepOf = (field: string): Step | undefined =>
  steps.find((step) => fieldsOfStep[step].some((one) => one === field))

/** The first question without which nothing can be sent and that is still open. */
export const openStep = (draft: Draft): Step | undefined => {
  const field = needed.find((one) => draft[one] === undefined)
  return field && stepOf(field)
}

/** The address of a question, below the language; also the name of its form. */
export const pathOf = (step: Step) => `/report/${step}`

const written: readonly FieldName[] = ["targets", "work", "rightHolder", "description", "contact"]

/** The labels of a question's fields, "" for a choice. */
export const labelsOf = (locale: Locale, step: Step): Readonly<Record<string, string>> => {
  const t = wordsFor(locale, "report")
  return Object.fromEntries(
    fieldsOfStep[step].map((name) => [name, written.includes(name) ? t(`fields.${name}`) : ""]),
  )
}

/** Where a person goes from a question: on, or back to the answers when that is where they came from. */
export const stepAfter = (step: Step, isChange: boolean) =>
  (isChange ? undefined : steps[steps.indexOf(step) + 1]) ?? "check"

/** The page before, as an address below the report; "" is its first page. */
export const pathBefore = (step: Step, isChange: boolean) => {
  if (isChange) return "/check"
  const before = steps[steps.indexOf(step) - 1]
  return before ? `/${before}` : ""
}
