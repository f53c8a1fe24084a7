import { buildPackages, findPackage, openPackage, queuePackage } from "@/lib/package"
import { aCase, aDelivered } from "./case"
import { as, system } from "./people"

/** The package of a new referral, as its authority downloads it. */
export const packedReferral = async () => {
  const { caseId, referralId } = await aDelivered(await aCase())
  return packageOf({ caseId, referralId })
}

/** The package of a delivered referral, built now. */
export const packageOf = async (ids: { readonly caseId: string; readonly referralId: string }) => {
  await queuePackage(system(), { ...ids, at: new Date().toISOString() })
  await buildPackages({ ...system(), now: new Date(Date.now() + 1_000).toISOString() }, {})
  const { url } = await openPackage(as("officer"), ids)
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  return { bytes, found: await findPackage(as("officer"), ids) }
}
