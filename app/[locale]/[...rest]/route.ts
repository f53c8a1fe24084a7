import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/route/page"

const nothing = page(notFound)

export const GET = nothing
export const POST = nothing
export const PUT = nothing
export const PATCH = nothing
export const DELETE = nothing
