import { refuseOtherSites } from "@/app/_http/other-sites"
import { publicRoute } from "@/app/_http/route"
import { DomainError } from "@/lib/kernel/errors"

export const dynamic = "force-dynamic"

/**
 * A program that lost its way reads the same kind of answer as everywhere in the API. What another site sends to the
 * console ends here too, see the proxy.
 */
const nothing = publicRoute(async ({ request }) => {
  refuseOtherSites(request)
  throw new DomainError("not-found")
})

export const GET = nothing
export const POST = nothing
export const PUT = nothing
export const PATCH = nothing
export const DELETE = nothing
