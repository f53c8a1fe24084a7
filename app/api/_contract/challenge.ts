import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { ReportKey } from "@/lib/limits"
import { body, jsonResponse, refusals } from "./operation"

export const NewChallenge = z
  .strictObject({
    idempotencyKey: ReportKey.meta({
      description: "The `Idempotency-Key` with which the tip will be submitted, or a receipt tried.",
    }),
  })
  .meta({ id: "NewChallenge" })

const ChallengeAnswer = z
  .object({
    challenge: z
      .looseObject({
        parameters: z.looseObject({
          algorithm: z.literal("PBKDF2/SHA-256"),
          nonce: z.string(),
          salt: z.string(),
          cost: z.int(),
          keyLength: z.int(),
          keyPrefix: z.string(),
        }),
        signature: z.string(),
      })
      .meta({ description: "ALTCHA version 2, in the form that altcha-lib's `solveChallenge` expects." }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "ChallengeAnswer" })

export const challengePaths: ZodOpenApiPathsObject = {
  "/api/v1/challenges": {
    post: {
      operationId: "askForProof",
      summary: "Request a proof-of-work challenge for one tip or one receipt",
      description:
        "Needed when submitting a tip returned 429 `proof-required`. Solve the challenge and submit the tip with its `Idempotency-Key` and with `Proof`: base64 of `{ challenge, solution: { counter, derivedKey } }`. Likewise after 429 `receipt-tries`.",
      requestBody: body(NewChallenge),
      responses: {
        "201": jsonResponse("A challenge; its difficulty depends on the current load", ChallengeAnswer),
        ...refusals("400", "413", "415", "422"),
      },
    },
  },
}
