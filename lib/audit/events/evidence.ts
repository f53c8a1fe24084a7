import { z } from "zod"
import { event, PersonRef } from "./event-schema"

/** What the stored object turned out to be. */
const stored = { name: z.string(), sizeBytes: z.int(), type: z.string(), sha256: z.string() }
const request = { reason: z.string(), verdict: z.string() }

export const evidenceEvents = () =>
  [
    event("evidence.verified", { state: z.literal("verified"), ...stored }),
    event("evidence.rejected", { state: z.literal("rejected"), rejection: z.string(), ...stored }),
    event("evidence.previewed", {
      hasPreview: z.boolean(),
      previewType: z.string().optional(),
      drawnMs: z.int(),
    }),
    event("evidence.scanned", {
      verdict: z.string(),
      at: z.string(),
      asks: z.int(),
      threat: z.string().optional(),
    }),
    event("evidence.opening-asked", request),
    event("evidence.opening-approved", { ...request, askedBy: PersonRef }),
    event("evidence.original-opened", {
      reason: z.string(),
      /** Absent from events from before files were scanned. */
      verdict: z.string().optional(),
      approvedBy: PersonRef.optional(),
    }),
  ] as const
