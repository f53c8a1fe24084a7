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
import { answerMax, categories, tipStatuses } from "@/lib/tip"
import { choicesText } from "./choices"

export const NewTip = Submission.omit({
  idempotencyKey: true,
  admission: true,
  demo: true,
  canary: true,
}).meta({
  id: "NewTip",
  description: [
    "A tip. `targets` are web addresses, magnet, ed2k and thunder links, texts as apps share them, or names of apps, shops and accounts, with at most 10 addresses in all; private and local addresses are refused. The answer tells how each was read.",
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
      "An unguessable value, for example a UUID. Submitting the same key and body again returns the same tip.",
  }),
  Proof: z.string().max(4_000).optional().meta({
    description:
      "A solved challenge from `/api/v1/challenges`; needed only after 429 `proof-required`, and only with an `Idempotency-Key`.",
  }),
})

const Upload = z
  .object({
    evidenceId: z
      .string()
      .meta({ description: "Match an upload with its file by this, never by its place in a list." }),
    index: z.int().meta({ description: "The file's place in the request, from 0." }),
    name: z.string().optional().meta({ description: "The file's name, as it was announced." }),
    url: z.url(),
    method: z.literal("POST"),
    fields: z.record(z.string(), z.string()),
    parts: z
      .object({ count: z.int(), sizeBytes: z.int() })
      .optional()
      .meta({
        description:
          "For a large file: it may be uploaded in this number of parts of this size (the last part is smaller) instead of with the form. " +
          "Request permissions with `permitParts`, then complete the upload.",
      }),
  })
  .meta({
    id: "Upload",
    description: "Send multipart/form-data to `url`: all `fields`, then the file as the last field, `file`.",
  })

export const Receipt = z.object({
  number: z.string(),
  code: z
    .string()
    .meta({ description: "The secret code, returned only here. Anyone who has it can follow the tip." }),
  statement: z
    .string()
    .meta({ description: "The signed statement, a JWS; verify it with the keys at /.well-known/jwks.json." }),
})

export const ReadTarget = z
  .object({
    kind: z.enum(["url", "name", "file"]),
    text: z.string().meta({ description: "The normal form, by which targets are compared." }),
    site: z.string().meta({ description: "The smallest thing that an authority can act against." }),
    typed: z.string().optional().meta({ description: "What was sent, word for word." }),
    accessCode: z.string().optional().meta({ description: "The code that opens a share." }),
  })
  .meta({ id: "ReadTarget", description: "How one target was read. `name`: no address was found in it." })

export const NewTipAnswer = z
  .object({
    tipId: z.string(),
    receipt: Receipt,
    targets: z.array(ReadTarget),
    uploads: z.array(Upload),
  })
  .meta({ id: "NewTipAnswer" })

export const NewEvidence = z
  .strictObject({ evidence: z.array(Announcement).min(1).max(filesPerTipMax) })
  .meta({ id: "NewEvidence" })

export const NewEvidenceAnswer = z.object({ uploads: z.array(Upload) }).meta({ id: "NewEvidenceAnswer" })

const KnownPart = WantedPart.meta({
  id: "Part",
  description: "One part of a file: its number, counted from 1, and the SHA-256 of its bytes in hex.",
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
    description: "Send the bytes of each part to its `url` with exactly these `headers`, within an hour.",
  })

export const PartsStored = z
  .object({ count: z.int(), sizeBytes: z.int(), stored: z.array(KnownPart) })
  .meta({ id: "PartsStored" })

export const CompleteAnswer = z
  .object({ state: z.enum(["uploaded", "verified", "rejected"]) })
  .meta({ id: "CompleteAnswer" })

export const NewMessage = ReceiptKeys.extend({
  questionId: z.string().max(60).meta({ description: "The `questionId` in the timeline." }),
  answer: z.string().max(answerMax),
}).meta({ id: "NewMessage" })

export const NewMessageAnswer = z
  .object({ messageId: z.string(), sentAt: z.iso.datetime() })
  .meta({ id: "NewMessageAnswer" })

export const NewAppeal = ReceiptKeys.extend({ appeal: z.string().max(answerMax) }).meta({ id: "NewAppeal" })
export const NewAppealAnswer = z.object({ status: z.literal("received") }).meta({ id: "NewAppealAnswer" })

/** What a wrong receipt may bring instead of waiting. */
export const ReceiptWork = z.object({
  "Idempotency-Key": z.string().optional().meta({
    description: "The key for which a challenge was requested; needed only after 429 `receipt-tries`.",
  }),
  Proof: z.string().optional().meta({
    description: "The solved challenge. It spares one wrong receipt the wait; a right one needs none.",
  }),
})

export const Lookup = ReceiptKeys.meta({ id: "Lookup" })

export const Withdrawal = ReceiptKeys.meta({ id: "Withdrawal" })
export const WithdrawalAnswer = z.object({ status: z.literal("withdrawn") }).meta({ id: "WithdrawalAnswer" })

export const Timeline = z
  .object({
    number: z.string(),
    tipId: z.string(),
    status: z.enum(tipStatuses),
    receivedAt: z.iso.datetime(),
    targets: z.array(ReadTarget),
    category: z.enum(categories),
    description: z.string(),
    declined: z.string().optional().meta({
      description: "The code of the reason for which it was declined. Administrators may add reasons.",
    }),
    declinedText: z
      .object({ zh: z.string(), en: z.string() })
      .optional()
      .meta({ description: "What the reason says to reporters." }),
    wording: z.string().optional().meta({
      description: "What the moderator wrote to the reporter instead of the reason’s own words.",
    }),
    steps: z.array(
      z.object({ at: z.iso.datetime(), step: z.enum(publicSteps), evidenceId: z.string().optional() }),
    ),
    hasContact: z.boolean().meta({ description: "Whether a contact is still stored." }),
    news: z
      .enum(["on", "off"])
      .optional()
      .meta({ description: "Whether e-mail notifications are on; absent if none can be sent." }),
    messages: z.array(
      z.object({
        messageId: z.string(),
        from: z.enum(["moderator", "reporter"]),
        text: z.string(),
        sentAt: z.iso.datetime(),
      }),
    ),
    canWithdraw: z.boolean().meta({ description: "Whether the report can still be withdrawn." }),
    isLogged: z.boolean().meta({
      description: "Whether the log of its day is closed, so that `/api/v1/receipts/proofs` answers.",
    }),
    appealBy: z.iso.datetime().optional().meta({
      description: "Until when its reporter may object to its being declined; absent if not possible.",
    }),
    questionId: z.string().optional().meta({ description: "The message that is waiting for an answer." }),
    answerBy: z.iso.datetime().optional().meta({ description: "The deadline for the answer." }),
    evidence: z.array(
      z.object({
        evidenceId: z.string(),
        name: z.string().optional(),
        state: z.enum(evidenceStates),
        rejection: z.enum(rejections).optional().meta({
          description:
            "Why a file was refused: it was `empty`, or its size or hash was another than announced. A file is never refused for its type; `type-mismatch` and `type-not-accepted` are found on files that came before every type was accepted.",
        }),
        type: z.string().optional().meta({
          description:
            "For a sealed file: the content type that its bytes show, whatever its name says, or `unknown`. Text that is not in UTF-8 names its encoding.",
        }),
        scan: z.enum(scanVerdicts).optional().meta({
          description:
            "The result of the scan for harmful code. `unscanned`: no scanner is connected; `timed-out`: the scan will be tried again.",
        }),
        hasPreview: z.boolean().optional().meta({
          description:
            "For a sealed file: whether there is a sanitised copy for the staff to view; absent while it is being made.",
        }),
        sizeBytes: z.int().optional(),
        sha256: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "Timeline" })
