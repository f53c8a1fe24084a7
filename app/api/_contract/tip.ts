import { z } from "zod"
import {
  Announcement,
  evidenceStates,
  filesPerTipMax,
  partsPerRequestMax,
  rejections,
  scanVerdicts,
  WantedPart,
} from "@/lib/evidence"
import { publicSteps, ReceiptKeys, Submission } from "@/lib/reporter"
import { answerMax, declineReasons, tipStatuses } from "@/lib/tip"
import { choicesText } from "./choices"

export const NewTip = Submission.omit({ idempotencyKey: true, admission: true, demo: true }).meta({
  id: "NewTip",
  description: [
    "A tip. `targets` are web addresses, or names of apps, shops and listings; private and local addresses are refused.",
    choicesText,
  ].join("\n\n"),
  examples: [
    {
      category: "film-tv",
      targets: ["https://films.pirate.example/watch/1"],
      work: "A film",
      rightHolder: "A studio",
      paysBy: "ads",
      urgency: "first-release",
      description: "The whole film can be watched here without paying.",
      locale: "en",
      evidence: [{ name: "screen.png", sizeBytes: 48213, type: "image/png" }],
    },
  ],
})

export const NewTipHeaders = z.object({
  "Idempotency-Key": z.string().min(16).max(200).optional().meta({
    description:
      "Unguessable, e.g. a UUID. The same key and body again finds the same tip and gives the same answer.",
  }),
  Proof: z.string().max(4_000).optional().meta({
    description:
      "A solved challenge of `/api/v1/challenges`; only needed after 429 `proof-required`, and only with an `Idempotency-Key`.",
  }),
})

const Upload = z
  .object({
    evidenceId: z.string(),
    url: z.url(),
    method: z.literal("POST"),
    fields: z.record(z.string(), z.string()),
    parts: z
      .object({ count: z.int(), sizeBytes: z.int() })
      .optional()
      .meta({
        description:
          "For a large file: it may come in so many parts of this size (the last is smaller) instead of by the form. " +
          "Ask `permitParts` where to send them, then complete it.",
      }),
  })
  .meta({
    id: "Upload",
    description:
      "Send multipart/form-data to `url`: every one of `fields`, then the file as the last field, `file`.",
  })

export const Receipt = z.object({
  number: z.string(),
  code: z.string().meta({ description: "Told here only. Whoever has it can follow the tip." }),
  statement: z.string().meta({ description: "A JWS; verify it with /.well-known/jwks.json." }),
})

export const NewTipAnswer = z
  .object({
    tipId: z.string(),
    receipt: Receipt,
    uploads: z.array(Upload),
  })
  .meta({ id: "NewTipAnswer" })

export const NewEvidence = z
  .strictObject({ evidence: z.array(Announcement).min(1).max(filesPerTipMax) })
  .meta({ id: "NewEvidence" })

export const NewEvidenceAnswer = z.object({ uploads: z.array(Upload) }).meta({ id: "NewEvidenceAnswer" })

const KnownPart = WantedPart.meta({
  id: "Part",
  description: "One part of a file: its place, from 1, and the SHA-256 of its bytes in hex.",
})

export const PartsWanted = z
  .strictObject({ parts: z.array(KnownPart).min(1).max(partsPerRequestMax) })
  .meta({ id: "PartsWanted" })

export const PartsPermitted = z
  .object({
    parts: z.array(
      z.object({
        number: z.int(),
        url: z.url(),
        method: z.literal("PUT"),
        headers: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({
    id: "PartsPermitted",
    description: "Send each part's bytes to its `url` with exactly these `headers`, within an hour.",
  })

export const PartsStored = z
  .object({ count: z.int(), sizeBytes: z.int(), stored: z.array(KnownPart) })
  .meta({ id: "PartsStored" })

export const CompleteAnswer = z
  .object({ state: z.enum(["uploaded", "verified", "rejected"]) })
  .meta({ id: "CompleteAnswer" })

export const NewMessage = ReceiptKeys.extend({
  questionId: z.string().max(60).meta({ description: "As `questionId` of the timeline." }),
  answer: z.string().max(answerMax),
}).meta({ id: "NewMessage" })

export const NewMessageAnswer = z
  .object({ messageId: z.string(), sentAt: z.iso.datetime() })
  .meta({ id: "NewMessageAnswer" })

export const Lookup = ReceiptKeys.meta({ id: "Lookup" })

export const Timeline = z
  .object({
    number: z.string(),
    tipId: z.string(),
    status: z.enum(tipStatuses),
    receivedAt: z.iso.datetime(),
    declined: z.enum(declineReasons).optional(),
    steps: z.array(
      z.object({ at: z.iso.datetime(), step: z.enum(publicSteps), evidenceId: z.string().optional() }),
    ),
    hasContact: z.boolean().meta({ description: "Whether a contact is still kept." }),
    news: z
      .enum(["on", "off"])
      .optional()
      .meta({ description: "Whether e-mails tell of news; absent where none can be sent." }),
    messages: z.array(
      z.object({
        messageId: z.string(),
        from: z.enum(["moderator", "reporter"]),
        text: z.string(),
        sentAt: z.iso.datetime(),
      }),
    ),
    questionId: z.string().optional().meta({ description: "The message that waits for an answer." }),
    answerBy: z.iso.datetime().optional().meta({ description: "Until when the staff waits for it." }),
    evidence: z.array(
      z.object({
        evidenceId: z.string(),
        name: z.string().optional(),
        state: z.enum(evidenceStates),
        rejection: z.enum(rejections).optional(),
        scan: z.enum(scanVerdicts).optional().meta({
          description:
            "What is known of harmful code in a sealed file. `unscanned`: no scanner is connected; `timed-out`: tried again.",
        }),
        hasPreview: z.boolean().optional().meta({
          description:
            "Of a sealed file: whether the staff has a picture to look at instead of the original.",
        }),
        sizeBytes: z.int().optional(),
        sha256: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "Timeline" })
