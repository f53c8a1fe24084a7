import type { Person } from "@/lib/kernel/actor"
import type { VerbSpec } from "@/lib/kernel/verb"

/** Whether to show somebody the way to a verb. The verb itself decides when it is called. */
export const may = ({ roles }: Person, { verb }: { readonly verb: VerbSpec }) =>
  verb.by.some((caller) => roles.some((role) => role === caller))
