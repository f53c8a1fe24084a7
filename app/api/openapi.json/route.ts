import { kept } from "@/app/_http/kept"
import { refusing } from "@/app/_http/methods"
import { openApi } from "@/app/api/_contract/document"

const description = JSON.stringify(openApi())

export const GET = () =>
  new Response(description, {
    headers: {
      "content-type": "application/json",
      "access-control-allow-origin": "*",
      "cache-control": kept,
    },
  })

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
