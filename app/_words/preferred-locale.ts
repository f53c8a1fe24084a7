import Negotiator from "negotiator"
import { isLocale, type Locale, locales } from "@/app/_words"

/** The portal's language that a browser asks for first; Chinese when it asks for neither. */
export const preferredLocale = (acceptLanguage: string | null): Locale => {
  const headers = acceptLanguage ? { "accept-language": acceptLanguage } : {}
  const found = new Negotiator({ headers }).language([...locales])
  return found && isLocale(found) ? found : "zh"
}
