import { refusing } from "@/app/_document/route/refusing"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { issueStatement } from "@/lib/reporter"

export const dynamic = "force-dynamic"

export const GET = reporterRoute(async ({ reporter }) => {
  const { number, statement } = await issueStatement(reporter, {})
  return new Response(`${statement}\n`, {
    headers: {
      "content-type": "text/plain; charset=us-ascii",
      "content-disposition": `attachment; filename="statement-${number}.txt"`,
    },
  })
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
