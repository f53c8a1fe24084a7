import { type Context, contextFor } from "@/lib/kernel/context"

/** For whoever proves nothing. Apart from those who do: most pages need none of what proofs are checked by. */
export const visitorContext = (): Context => contextFor({ kind: "visitor" })
