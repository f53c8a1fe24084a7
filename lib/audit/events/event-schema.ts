import { z } from "zod"
import { StoredEvent } from "@/lib/audit/stored-event"

/** A person as an event's data names one who acted. */
export const PersonRef = z.object({ id: z.string(), name: z.string() })

/**
 * The schema of one type of event. It reads every event of the type that was ever written: a field that older ones
 * lack is optional.
 */
export const event = <Type extends `${string}.${string}`, Data extends z.ZodRawShape>(
  type: Type,
  data: Data,
) => StoredEvent.extend({ type: z.literal(type), data: z.object(data) })
