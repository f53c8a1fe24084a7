import { refusing } from "@/app/_document/route/refusing"
import { sendingRoute } from "@/app/_document/route/sending-route"

export const dynamic = "force-dynamic"

/** `sent` is the reference of what was typed to open the objection, which this browser alone can read. */
export const GET = sendingRoute({
  path: "/sites/objection/sending",
  sent: /^[\w-]{22}$/,
  next: (ref) => `/sites/objection/follow?entry=${ref}`,
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
