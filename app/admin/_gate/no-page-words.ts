import { wordsFor } from "@/app/_words"
import { consoleLocale } from "./console-locale"

/** Why there is no page: the person's roles refuse it (403), or nothing is at the address (404). */
export type NoPage = "forbidden" | "notFound"

/** What is said in place of a page, and the way to where the person's work is. */
export const noPageWords = async (why: NoPage) => {
  const t = wordsFor(await consoleLocale(), "console")
  return { title: t(`${why}.title`), detail: t(`${why}.detail`), href: "/admin", home: t("home") }
}
