import { refusing } from "@/app/_http/methods"
import { json, route } from "@/app/_http/route"
import { checkStores } from "@/lib/evidence"
import { getHealth } from "@/lib/health"
import type { Context } from "@/lib/kernel/context"
import { getSchema } from "@/lib/migration"

export const dynamic = "force-dynamic"

const schemaOf = (ctx: Context) =>
  getSchema(ctx, {}).then(
    ({ state }) => state,
    () => "unknown" as const,
  )

export const GET = route(async ({ ctx }) => {
  const [stores, schema, health] = await Promise.all([
    checkStores(ctx, {}),
    schemaOf(ctx),
    getHealth(ctx, {}),
  ])
  const isReady =
    Object.values(stores).every((state) => state === "reachable") &&
    schema === "current" &&
    health.pipeline !== "silent" &&
    health.storage !== "full"
  return json({ status: isReady ? "ready" : "not-ready", stores, schema, ...health }, isReady ? 200 : 503)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
