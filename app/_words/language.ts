import type { Locale } from "@/app/_words"

/** How HTML names the portal's languages. */
export const languageTags: Record<Locale, string> = { en: "en", zh: "zh-Hans" }
