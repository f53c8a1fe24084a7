import { publicRoute } from "@/app/_http/route"
import { DomainError } from "@/lib/kernel/errors"

export const dynamic = "force-dynamic"

/** A program that lost its way reads the same kind of answer as everywhere in the API. */
const nothing = publicRoute(async () => {
  throw new DomainError("not-found")
})

export const GET = nothing
export const POST = nothing
export const PUT = nothing
export const PATCH = nothing
export const DELETE = nothing
