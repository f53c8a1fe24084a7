/**
 * How long what stands before the site may keep an answer that is the same for everybody (docs/decisions/0015): for a
 * minute, for another one while it asks for it anew, and for a day while the site has nothing but errors to say.
 */
export const kept = "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400"

/** What does not exist may be published the next moment. */
export const keptMissing = "public, max-age=0, s-maxage=10"
