import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { answer, body, refusals } from "./operation"
import {
  CompleteAnswer,
  Lookup,
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
  Timeline,
} from "./tip"

const TipId = z.string().meta({ description: "As `tipId` of the new tip's answer." })

const FilePath = z.object({ tipId: TipId, evidenceId: z.string() })

/** What a citizen, or a program in a citizen's name, does. */
export const tipPaths: ZodOpenApiPathsObject = {
  "/api/v1/tips": {
    post: {
      operationId: "submitTip",
      summary: "Send a tip",
      description: "Once this answers, the tip is stored durably. Send its files to `uploads` afterwards.",
      requestParams: { header: NewTipHeaders },
      requestBody: body(NewTip),
      responses: {
        "201": answer("The tip is stored. Keep the receipt.", NewTipAnswer),
        ...refusals("400", "409", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/tips/{tipId}/evidence": {
    post: {
      operationId: "announceEvidence",
      summary: "Announce more files of a tip: all of them or none",
      description:
        "A file announced again with the same name, size and hash is the same file while it has not come.",
      security: [{ receipt: [] }],
      requestParams: { path: z.object({ tipId: TipId }) },
      requestBody: body(NewEvidence),
      responses: {
        "201": answer("Where to send each file", NewEvidenceAnswer),
        ...refusals("400", "401", "403", "404", "409", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/tips/{tipId}/evidence/{evidenceId}": {
    delete: {
      operationId: "discardEvidence",
      summary: "Take back a file that has not come, or came in part",
      description: "Its place is free for another. A file that has come stays.",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      responses: {
        "204": { description: "It is no file of the tip any more" },
        ...refusals("401", "403", "404", "409", "429"),
      },
    },
  },
  "/api/v1/tips/{tipId}/evidence/{evidenceId}/complete": {
    post: {
      operationId: "completeEvidence",
      summary: "Say that a file was sent, and learn how it stands",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      responses: {
        "200": answer("`uploaded` until the file was inspected", CompleteAnswer),
        ...refusals("401", "403", "404", "409", "429"),
      },
    },
  },
  "/api/v1/tips/{tipId}/evidence/{evidenceId}/parts": {
    get: {
      operationId: "listParts",
      summary: "Which parts of a large file have come",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      responses: {
        "200": answer("The plan of the parts, and those that are stored", PartsStored),
        ...refusals("401", "403", "404", "409", "429"),
      },
    },
    post: {
      operationId: "permitParts",
      summary: "Ask where to send parts of a large file",
      description: "A part that was sent before may be sent again. Ask again when a permission has ended.",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      requestBody: body(PartsWanted),
      responses: {
        "200": answer("A signed request for each part", PartsPermitted),
        ...refusals("400", "401", "403", "404", "409", "413", "415", "422", "429"),
      },
    },
    delete: {
      operationId: "discardParts",
      summary: "Drop the parts that have come, to begin anew",
      security: [{ receipt: [] }],
      requestParams: { path: FilePath },
      responses: {
        "204": { description: "None is left" },
        ...refusals("401", "403", "404", "409", "429"),
      },
    },
  },
  "/api/v1/receipts/lookup": {
    post: {
      operationId: "lookUpReceipt",
      summary: "What became of a tip",
      requestBody: body(Lookup),
      responses: {
        "200": answer("The timeline, as the reporter may know it", Timeline),
        ...refusals("400", "404", "413", "415", "422", "429"),
      },
    },
  },
  "/api/v1/receipts/messages": {
    post: {
      operationId: "answerQuestion",
      summary: "Answer a moderator's question",
      description: "The same answer to the same question, sent again, is answered the same.",
      requestBody: body(NewMessage),
      responses: {
        "201": answer("The answer is stored.", NewMessageAnswer),
        ...refusals("400", "404", "409", "413", "415", "422", "429"),
      },
    },
  },
}
