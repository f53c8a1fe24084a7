import { registerAuthority } from "@/lib/authority"
import { openCase } from "@/lib/case"
import { approveReferral, deliverReferral, draftReferral, getReferral } from "@/lib/referral"
import { acceptedTip, runningCampaign } from "./factory"
import { as, system } from "./people"

const both = (en: string) => ({ zh: en, en })

/** A running campaign and the two authorities that the officers of `people` belong to. */
export const enforcementWorld = async () => {
  await runningCampaign()
  for (const authorityId of ["mps", "miit"])
    await registerAuthority(system(), { authorityId, name: both(authorityId), competence: both("x") })
}

let sites = 0

/** A case of one accepted tip, on a site of its own. */
export const aCase = async (): Promise<string> => {
  sites += 1
  const { tipId } = await acceptedTip({ targets: [`https://site-${sites}-${Date.now()}.example/`] })
  return (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none"
}

export const aDraft = async (caseId: string) => {
  const { referralId, version } = await draftReferral(as("cai"), {
    caseId,
    authorityId: "mps",
    reason: "Infringement on a commercial scale.",
  })
  return { caseId, referralId, version }
}

/** A referral that lies in the inbox of `mps`. */
export const aDelivered = async (caseId: string) => {
  const draft = await aDraft(caseId)
  await approveReferral(as("dan"), draft)
  // Where the whole portal runs, its own reaction may be faster; done again, this changes nothing.
  await deliverReferral(system(), draft).catch(() => deliverReferral(system(), draft))
  const { referral } = await getReferral(as("officer"), draft)
  return { ...draft, version: referral.version }
}
