import { z } from "zod"
import { commit, initialHead, isLostRace } from "@/lib/audit"
import { CaseId, ReferralId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { getReferralRecord } from "@/lib/referral"
import { put } from "@/lib/store/transact"
import { type Due, dueIn } from "@/lib/store/worklist"
import { subjectOf } from "./change"
import type { Package } from "./package"
import { PackageEntity } from "./package.entity"

/** Packages that it is time to build, and nobody builds yet. */
export const packagesDue = (now: string): Promise<Due> => dueIn(["packages#waiting"], now)

/** Notes that an approved referral needs its package. Done twice, it changes nothing. */
export const queuePackage = verb(
  {
    name: "package.queue",
    by: ["system"],
    input: z.object({ caseId: CaseId, referralId: ReferralId, at: z.iso.datetime() }),
  },
  async (ctx, { caseId, referralId, at }): Promise<void> => {
    const { authorityId } = await getReferralRecord(caseId, referralId)
    const wanted: Package = {
      caseId,
      referralId,
      authorityId,
      state: "waiting",
      cutAt: at,
      dueAt: ctx.now,
      tries: 0,
      ...initialHead,
    }
    try {
      await commit(ctx, {
        file: caseId,
        subject: subjectOf(referralId),
        from: initialHead,
        event: { type: "package.queued", data: { referralId, cutAt: at } },
        record: (next) => put(PackageEntity.create({ ...wanted, ...next, row: { caseId, referralId } })),
      })
    } catch (error) {
      if (!isLostRace(error)) throw error
    }
  },
)
