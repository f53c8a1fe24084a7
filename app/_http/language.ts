import type { Locale } from "@/app/_words"
import { preferredLocale } from "@/app/_words/preferred-locale"

/** The language in which the API speaks to whoever asked: English to programs that wish for none. */
export const languageOf = (request: Request): Locale => {
  const wished = wishesOf(request.headers.get("accept-language"))
  return wished === "" ? "en" : preferredLocale(wished)
}

/** What is wished for by name: `*` is no wish. */
const wishesOf = (header: string | null) =>
  (header ?? "")
    .split(",")
    .filter((range) => /^[a-z]/i.test(range.trim()))
    .join(",")
