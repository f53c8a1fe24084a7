import { refusing } from "@/app/_http/methods"
import { json, route } from "@/app/_http/route"
import { checkStores } from "@/lib/evidence"
import type { Context } from "@/lib/kernel/context"
import { getSchema } from "@/lib/migration"

export const dynamic = "force-dynamic"

const schemaOf = (ctx: Context) =>
  getSchema(ctx, {}).then(
    ({ state }) => state,
    () => "unknown" as const,
  )

export const GET = route(async ({ ctx }) => {
  const [stores, schema] = await Promise.all([checkStores(ctx, {}), schemaOf(ctx)])
  const isReady = Object.values(stores).every((state) => state === "reachable") && schema === "current"
  return json({ status: isReady ? "ready" : "not-ready", stores, schema }, isReady ? 200 : 503)
})

export const { POST, PUT, PATCH, DELETE } = refusing("GET")
