import { refusing } from "@/app/_document/route/refusing"
import { sendingRoute } from "@/app/_document/route/sending-route"

export const dynamic = "force-dynamic"

export const GET = sendingRoute({
  path: "/right-holders/batches/sending",
  sent: /^bat_[0-9a-z]+$/,
  next: (batchId) => `/right-holders/batches/${batchId}`,
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
