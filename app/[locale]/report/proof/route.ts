import { refusing } from "@/app/_document/route/refusing"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { proveTip } from "@/lib/reporter"

export const dynamic = "force-dynamic"

export const GET = reporterRoute(async ({ reporter }) => {
  const { number, ...proof } = await proveTip(reporter, {})
  return new Response(`${JSON.stringify(proof, null, 2)}\n`, {
    headers: {
      "content-type": "application/json",
      "content-disposition": `attachment; filename="proof-${number}.json"`,
    },
  })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
