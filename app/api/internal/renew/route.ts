import { revalidateTag } from "next/cache"
import { z } from "zod"
import { renewableTags } from "@/app/_document/route/public-read"
import { setting } from "@/lib/kernel/config"
import { sameText } from "@/lib/kernel/crypto"

export const dynamic = "force-dynamic"

const Body = z.object({ tags: z.array(z.enum(renewableTags)).min(1).max(renewableTags.length) })

const problem = (status: number, title: string) =>
  Response.json(
    { type: "about:blank", title, status },
    {
      status,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    },
  )

/** The pipeline's knock: the pages under these tags are made anew at the next visit. */
export const POST = async (request: Request) => {
  const given = request.headers.get("authorization") ?? ""
  if (!sameText(given, `Bearer ${setting("RENEW_SECRET")}`)) return problem(401, "Unauthorized")
  const body = Body.safeParse(await request.json().catch(() => undefined))
  if (!body.success) return problem(400, "Bad Request")
  for (const tag of body.data.tags) revalidateTag(tag, { expire: 0 })
  return new Response(null, { status: 204 })
}
