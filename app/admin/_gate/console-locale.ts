import { cookies, headers } from "next/headers"
import { cache } from "react"
import { isLocale, type Locale } from "@/app/_words"
import { preferredLocale } from "@/app/_words/preferred-locale"

export const localeCookie = "console-locale"

/** The console's language: what the person chose, else what the browser asks for. */
export const consoleLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(localeCookie)?.value ?? ""
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language"))
})
