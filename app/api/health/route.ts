import { refusing } from "@/app/_http/methods"
import { json, route } from "@/app/_http/route"

/** Liveness: the process answers. Nothing else is asked, so that a store's outage restarts no site. */
export const GET = route(async () => json({ status: "ok" }))
export const dynamic = "force-dynamic"

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
