import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { ReportKey } from "@/lib/limits"
import { answer, body, refusals } from "./operation"

export const NewChallenge = z
  .strictObject({
    idempotencyKey: ReportKey.meta({ description: "The `Idempotency-Key` that the tip will be sent with." }),
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
      .meta({ description: "ALTCHA, version 2, as altcha-lib's `solveChallenge` takes it." }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "ChallengeAnswer" })

export const challengePaths: ZodOpenApiPathsObject = {
  "/api/v1/challenges": {
    post: {
      operationId: "askForProof",
      summary: "Ask for work to do for one tip",
      description:
        "Needed when a tip was answered 429 `proof-required`. Solve the challenge and send the tip with its `Idempotency-Key` and with `Proof`: base64 of `{ challenge, solution: { counter, derivedKey } }`.",
      requestBody: body(NewChallenge),
      responses: {
        "201": answer("A challenge, as hard as the present load asks", ChallengeAnswer),
        ...refusals("400", "413", "415", "422"),
      },
    },
  },
}
