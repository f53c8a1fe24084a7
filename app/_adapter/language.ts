import Negotiator from "negotiator"
import { isLocale, type Locale } from "@/app/_words"

/** The language in which an answer speaks to whoever asked, English where nothing was wished. */
export const languageOf = (request: Request): Locale => {
  const wished = request.headers.get("accept-language")
  const found = new Negotiator({ headers: wished ? { "accept-language": wished } : {} }).language([
    "en",
    "zh",
  ])
  return found && isLocale(found) ? found : "en"
}
