import { z } from "zod"
import { TipId } from "@/lib/kernel/id"
import { encryptedCookie } from "./encrypted-cookie"

/** What the pages of one report need to know from step to step. */
const OpenReceipt = z.object({
  tipId: TipId,
  code: z.string(),
  /** Its reporter typed the code, and so has it: it is shown no more. */
  isKept: z.boolean().optional(),
})
export type OpenReceipt = z.infer<typeof OpenReceipt>

export const {
  set: setReceiptCookie,
  clear: clearReceiptCookie,
  read: readReceiptCookie,
} = encryptedCookie("report", OpenReceipt)
