import { json, route } from "@/app/_http/route"
import { checkStores } from "@/lib/evidence"

export const dynamic = "force-dynamic"

export const GET = route(async ({ ctx }) => {
  const stores = await checkStores(ctx, {})
  const isReady = Object.values(stores).every((state) => state === "reachable")
  return json({ status: isReady ? "ready" : "not-ready", stores }, isReady ? 200 : 503)
})
