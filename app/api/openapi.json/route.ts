import { openApi } from "@/app/api/_contract/document"

export const dynamic = "force-static"

export const GET = () =>
  new Response(JSON.stringify(openApi()), {
    headers: { "content-type": "application/json", "access-control-allow-origin": "*" },
  })
