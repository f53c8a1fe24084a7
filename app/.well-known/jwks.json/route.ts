import { refusing } from "@/app/_http/methods"
import { publicRoute } from "@/app/_http/route"
import { statementKeys } from "@/lib/reporter"

export const dynamic = "force-dynamic"

/** The public key that verifies the statements of receipts, without asking the portal. */
export const GET = publicRoute(
  async ({ ctx }) =>
    new Response(JSON.stringify(await statementKeys(ctx, {})), {
      headers: { "content-type": "application/jwk-set+json", "cache-control": "public, max-age=3600" },
    }),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
