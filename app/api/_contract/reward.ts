import { z } from "zod"
import { ReceiptKeys } from "@/lib/reporter"
import { rewardClasses } from "@/lib/reward"

export const RewardClaim = ReceiptKeys.meta({ id: "RewardClaim" })
export const RewardAnswer = z
  .object({
    is: z.enum(["examined", "refused", "awarded", "paid"]),
    claimedAt: z.iso.datetime().optional(),
    class: z.enum(rewardClasses).optional(),
    amount: z.int().optional().meta({ description: "CNY." }),
    wording: z.string().optional().meta({ description: "The reasons of the decision." }),
    collectCode: z.string().optional().meta({ description: "Whoever tells it collects the reward." }),
  })
  .meta({ id: "RewardAnswer" })
