import { z } from "zod"
import { Proof, ReceiptKeys } from "@/lib/reporter"

export const ProofWanted = ReceiptKeys.meta({ id: "ProofWanted" })
export const ProofAnswer = Proof.extend({ number: z.string() }).meta({
  id: "Proof",
  description:
    "That a report is in the log of its day: its place in the Merkle tree (RFC 6962, SHA-256), the hashes from its leaf to the root, and the day’s signed head. The leaf is the canonical JSON (RFC 8785) of contentHash, number and receivedAt, as the receipt’s statement has them.",
})

export const DayHeads = z
  .object({
    heads: z.array(
      z.object({
        day: z.iso.date(),
        size: z.int(),
        root: z.string(),
        signed: z.string().meta({ description: "The head as a JWS, signed with the key of the statements." }),
        hash: z.string().meta({ description: "SHA-256 of `signed`, as the head of the next day names it." }),
      }),
    ),
  })
  .meta({ id: "DayHeads" })
