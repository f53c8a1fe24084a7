import { z } from "zod"
import { sealedCookie } from "./sealed-cookie"

/** What the pages of one report need to know from step to step. */
const Held = z.object({ tipId: z.string(), code: z.string() })
export type Held = z.infer<typeof Held>

export const { hold: holdReceipt, drop: dropReceipt, held: heldReceipt } = sealedCookie("report", Held)
