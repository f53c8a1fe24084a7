const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" }

/** Without the marks of the sentence around it, and without a bracket that was opened before it. */
export const withoutEnd = (text: string): string => {
  let kept = text
  for (;;) {
    const last = kept.at(-1) ?? ""
    const open = pairs[last]
    const isUnopened = open !== undefined && kept.split(open).length <= kept.split(last).length - 1
    if (!/[.,;:!?#'"*’‘：]/u.test(last) && !isUnopened) return kept
    kept = kept.slice(0, -1)
  }
}
