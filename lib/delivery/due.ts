import { authorityRecords } from "@/lib/authority"
import { type Due, dueIn } from "@/lib/store/worklist"

/** Deliveries that it is time to try, of all authorities. */
export const deliveriesDue = async (now: string): Promise<Due> => {
  const authorities = await authorityRecords()
  return dueIn(
    authorities.map(({ authorityId }) => `deliveries#${authorityId}#due`),
    now,
  )
}
