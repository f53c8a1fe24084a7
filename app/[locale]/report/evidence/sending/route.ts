import { refusing } from "@/app/_document/route/refusing"
import { sendingRoute } from "@/app/_document/route/sending-route"

export const dynamic = "force-dynamic"

export const GET = sendingRoute({
  path: "/report/evidence/sending",
  sent: /^evd_[0-9a-z]+$/,
  next: (evidenceId) => `/report/evidence?sent=${evidenceId}`,
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
