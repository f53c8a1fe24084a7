import { cookies } from "next/headers"
import { cache } from "react"
import { z } from "zod"

export const filtersCookie = "console-filters"

/** So many, with names so short, that the cookie that keeps them is taken by every browser. */
export const filtersMax = 8
export const filterNameMax = 20
const bytesMax = 3_500

const Saved = z.array(
  z.object({
    name: z.string().trim().min(1).max(filterNameMax),
    /** The part of the queue's address behind the question mark. */
    query: z.string().max(300),
  }),
)
export type SavedFilter = z.infer<typeof Saved>[number]

/** What a cookie keeps; nothing where it is none of ours. */
export const filtersIn = (cookie: string | undefined): SavedFilter[] => {
  try {
    return Saved.parse(JSON.parse(cookie ?? "[]"))
  } catch {
    return []
  }
}

/**
 * The same filters with one more, the newest last; one of the same name is replaced.
 * @returns undefined where there is no room
 */
export const withFilter = (saved: readonly SavedFilter[], added: SavedFilter): string | undefined => {
  const all = [...saved.filter(({ name }) => name !== added.name), added]
  const cookie = JSON.stringify(all)
  return all.length > filtersMax || encodeURIComponent(cookie).length > bytesMax ? undefined : cookie
}

/** The narrowed lists that the person named in this browser. */
export const consoleFilters = cache(
  async (): Promise<SavedFilter[]> => filtersIn((await cookies()).get(filtersCookie)?.value),
)
