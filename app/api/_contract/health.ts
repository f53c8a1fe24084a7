import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { answer } from "./operation"

const StoreState = z.enum(["reachable", "unreachable"])

const Health = z.object({ status: z.literal("ok") }).meta({ id: "Health" })

const Readiness = z
  .object({
    status: z.enum(["ready", "not-ready"]),
    stores: z.object({ table: StoreState, bucket: StoreState }),
  })
  .meta({ id: "Readiness" })

export const healthPaths: ZodOpenApiPathsObject = {
  "/api/health": {
    get: {
      operationId: "health",
      summary: "Whether the portal answers",
      responses: { "200": answer("It does", Health) },
    },
  },
  "/api/health/ready": {
    get: {
      operationId: "readiness",
      summary: "Whether the portal can do its work",
      responses: {
        "200": answer("Its stores answer", Readiness),
        "503": answer("One of them does not", Readiness),
      },
    },
  },
}
