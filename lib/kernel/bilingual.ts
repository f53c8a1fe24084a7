import { z } from "zod"

/** A text that the staff words in both languages of the portal. */
export type Bilingual = { readonly zh: string; readonly en: string }

export const bilingualOf = <Text extends z.ZodType<string, string>>(text: Text) =>
  z.object({ zh: text, en: text })
