import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { DayHeads, ProofAnswer, ProofWanted } from "./day-log"
import { body, jsonResponse, refusals } from "./operation"
import { RewardAnswer, RewardClaim } from "./reward"
import {
  CompleteAnswer,
  Lookup,
  NewAppeal,
  NewAppealAnswer,
  NewEvidence,
  NewEvidenceAnswer,
  NewMessage,
  NewMessageAnswer,
  NewTip,
  NewTipAnswer,
  NewTipHeaders,
  PartsPermitted,
  PartsStored,
  PartsWanted,
  ReceiptWork,
  Timeline,
  Withdrawal,
  WithdrawalAnswer,
} from "./tip"

const TipId = z.string().meta({ description: "The `tipId` returned when the tip was submitted." })

const FilePath = z.object({ tipId: TipId, evidenceId: z.string() })

/** What citizens, or programs acting for them, call. */
export const tipPaths: ZodOpenApiPathsObject = {
  "/api/v1/tips": {
    post: {
      operationId: "submitTip",
      summary: "Submit a tip",
      description:
        "When this returns, the tip is stored durably. Then upload its files as described in `uploads`.",
      requestParams: { header: NewTipHeaders },
      requestBody: body(NewTip),
      responses: {
        "201": jsonResponse("The tip is stored. Keep the receipt.", NewTipAnswer),
        ...refusals("400", "409", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/tips/{tipId}/evidence": {
    post: {
      operationId: "announceEvidence",
      summary: "Announce more files for a tip: either all or none are accepted",
      description:
        "A file announced again with the same name, size and hash counts as the same file until it has been uploaded.",
      security: [{ receipt: [] }],
      requestParams: { path: z.object({ tipId: TipId }) },
      requestBody: body(NewEvidence),
      responses: {
        "201": jsonResponse("Where to upload each file", NewEvidenceAnswer),
        ...refusals("400", "401", "403", "404", "409", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/tips/{tipId}/evidence/{evidenceId}": {
    delete: {
      operationId: "discardEvidence",
      summary: "Remove a file that has not been uploaded completely",
      description: "Another file can then be announced instead. A file that has been uploaded is kept.",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      responses: {
        "204": { description: "The file was removed" },
        ...refusals("401", "403", "404", "409", "422", "429"),
      },
    },
  },
  "/api/v1/tips/{tipId}/evidence/{evidenceId}/complete": {
    post: {
      operationId: "completeEvidence",
      summary: "Report that a file was uploaded, and read its state",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      responses: {
        "200": jsonResponse("`uploaded` until the file has been inspected", CompleteAnswer),
        ...refusals("401", "403", "404", "409", "422", "429"),
      },
    },
  },
  "/api/v1/tips/{tipId}/evidence/{evidenceId}/parts": {
    get: {
      operationId: "listParts",
      summary: "List the stored parts of a large file",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      responses: {
        "200": jsonResponse("Number and size of the parts, and the parts that are stored", PartsStored),
        ...refusals("401", "403", "404", "409", "422", "429"),
      },
    },
    post: {
      operationId: "permitParts",
      summary: "Request permission to upload parts of a large file",
      description: "A part may be uploaded again. Request a new permission when one has expired.",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      requestBody: body(PartsWanted),
      responses: {
        "200": jsonResponse("A signed request for each part", PartsPermitted),
        ...refusals("400", "401", "403", "404", "409", "413", "415", "422", "429"),
      },
    },
    delete: {
      operationId: "discardParts",
      summary: "Discard the stored parts and start again",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      responses: {
        "204": { description: "All parts were discarded" },
        ...refusals("401", "403", "404", "409", "422", "429"),
      },
    },
  },
  "/api/v1/receipts/lookup": {
    post: {
      operationId: "lookUpReceipt",
      summary: "Read the timeline of a tip",
      requestParams: { header: ReceiptWork },
      requestBody: body(Lookup),
      responses: {
        "200": jsonResponse("The timeline as shown to the reporter", Timeline),
        ...refusals("400", "404", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/receipts/messages": {
    post: {
      operationId: "answerQuestion",
      summary: "Answer a moderator's question",
      description: "Submitting the same answer to the same question again returns the same result.",
      requestParams: { header: ReceiptWork },
      requestBody: body(NewMessage),
      responses: {
        "201": jsonResponse("The answer is stored.", NewMessageAnswer),
        ...refusals("400", "404", "409", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/receipts/appeals": {
    post: {
      operationId: "objectToRefusal",
      summary: "Object to a tip being declined",
      description:
        "Possible once, until `appealBy` of the timeline. Another moderator than the first looks at the tip again.",
      requestParams: { header: ReceiptWork },
      requestBody: body(NewAppeal),
      responses: {
        "201": jsonResponse("The tip waits for another moderator.", NewAppealAnswer),
        ...refusals("400", "404", "409", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/receipts/proofs": {
    post: {
      operationId: "proveReceipt",
      summary: "Prove that a tip is in the log of its day",
      requestParams: { header: ReceiptWork },
      requestBody: body(ProofWanted),
      responses: {
        "200": jsonResponse("The proof, which `npm run verify-statement` verifies", ProofAnswer),
        ...refusals("400", "404", "409", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/day-heads": {
    get: {
      operationId: "listDayHeads",
      summary: "List the signed heads of the latest days’ logs of tips",
      responses: { "200": jsonResponse("The latest 60 days, the last first", DayHeads) },
    },
  },
  "/api/v1/receipts/rewards": {
    post: {
      operationId: "claimReward",
      summary: "Claim the reward for a report that its case verified, and read what came of the claim",
      description:
        "Without a name, by who was the first to report a site, where the campaign offers rewards and for 180 days after the case was closed. Sent again, it claims nothing more and returns how the claim stands.",
      requestParams: { header: ReceiptWork },
      requestBody: body(RewardClaim),
      responses: {
        "200": jsonResponse("The claim as it stands.", RewardAnswer),
        ...refusals("400", "404", "409", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/receipts/withdrawals": {
    post: {
      operationId: "withdrawTip",
      summary: "Withdraw a report before it is decided",
      description:
        "Its contact is erased and nobody works on it any more. It cannot be undone. Sent again, it returns the same.",
      requestParams: { header: ReceiptWork },
      requestBody: body(Withdrawal),
      responses: {
        "200": jsonResponse("The report is withdrawn.", WithdrawalAnswer),
        ...refusals("400", "404", "409", "413", "415", "422", "429"),
      },
    },
  },
}
