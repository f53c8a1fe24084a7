import type { Locale } from "@/app/_words"
import { preferredLocale } from "@/app/_words/preferred-locale"

/** The language in which the API speaks to whoever asked: English to programs that wish for none. */
export const languageOf = (request: Request): Locale => {
  const wished = request.headers.get("accept-language")
  return wished ? preferredLocale(wished) : "en"
}
