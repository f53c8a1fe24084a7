import { choices } from "@/app/_words/en/choices"

const listed = (answers: Readonly<Record<string, string>>) =>
  Object.entries(answers)
    .map(([value, text]) => `\`${value}\` (${text})`)
    .join(", ")

/** What each value of a report's closed fields means, in the words of the form. */
export const choicesText = [
  `\`category\`: ${listed(choices.categories)}.`,
  `\`paysBy\`, how it earns money: ${listed(choices.earnings)}.`,
  `\`urgency\`: ${listed(choices.urgencies)}.`,
].join("\n\n")
