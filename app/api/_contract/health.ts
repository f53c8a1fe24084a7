import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { jsonResponse } from "./operation"

const StoreState = z.enum(["reachable", "unreachable"])

const Health = z.object({ status: z.literal("ok") }).meta({ id: "Health" })

const Readiness = z
  .object({
    status: z.enum(["ready", "not-ready"]),
    stores: z.object({ table: StoreState, bucket: StoreState }),
    schema: z.enum(["current", "older", "newer", "unknown"]).meta({
      description: "How the stored data stands to what this version of the portal knows.",
    }),
    pipeline: z.enum(["alive", "silent"]).optional().meta({
      description: "Whether what follows from an event is being done; absent where it is watched elsewhere.",
    }),
    storage: z.enum(["free", "full"]).optional().meta({
      description: "Whether there is space for reports and files; absent where it does not end.",
    }),
  })
  .meta({ id: "Readiness" })

export const healthPaths: ZodOpenApiPathsObject = {
  "/api/health": {
    get: {
      operationId: "health",
      summary: "Liveness check",
      responses: { "200": jsonResponse("The portal responds", Health) },
    },
  },
  "/api/health/ready": {
    get: {
      operationId: "readiness",
      summary: "Readiness check",
      responses: {
        "200": jsonResponse("All stores respond", Readiness),
        "503": jsonResponse(
          "A store does not respond, the stored data has another schema, the pipeline is silent, or the storage is full",
          Readiness,
        ),
      },
    },
  },
}
