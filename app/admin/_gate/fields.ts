import { numberFrom } from "@/lib/kernel/text"

/** Reads what a form sent. Text stays as typed: the verb judges it. */
export const fieldsOf = (form: FormData) => {
  const text = (name: string) => {
    const value = form.get(name)
    // A form sends line ends as CRLF whatever was typed.
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : ""
  }
  return {
    text,
    /** Undefined where nothing was typed. */
    optional: (name: string) => text(name).trim() || undefined,
    /** Undefined where none was chosen. */
    file: (name: string): File | undefined => {
      const value = form.get(name)
      return value instanceof File && value.size > 0 ? value : undefined
    },
    /** NaN where it is no number, which every schema refuses. */
    number: (name: string) => numberFrom(text(name)),
    /** Every input whose name begins so, by the rest of its name. */
    under: (prefix: string): readonly (readonly [string, string])[] =>
      [...form.keys()].flatMap((name) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), text(name)] as const] : [],
      ),
    bilingual: (name: string) => ({ zh: text(`${name}.zh`), en: text(`${name}.en`) }),
  }
}
export type Fields = ReturnType<typeof fieldsOf>

/** What was typed, without files and what Next adds. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value.replaceAll("\r\n", "\n")]] : [],
    ),
  )
