import { refusing } from "@/app/_http/methods"
import { preferredLocale } from "./_words/preferred-locale"

export const dynamic = "force-dynamic"

export const GET = (request: Request) =>
  new Response(null, {
    status: 307,
    headers: {
      location: `/${preferredLocale(request.headers.get("accept-language"))}`,
      vary: "accept-language",
      "cache-control": "private, no-store",
    },
  })

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
