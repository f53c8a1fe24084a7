import { z } from "zod"
import { AuthorityId } from "@/lib/kernel/id"

const Bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** An agency, national or provincial, that cases are referred to. */
export const Authority = z.object({
  authorityId: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/)
    .pipe(AuthorityId),
  name: Bilingual,
  /** What it is in charge of, in a sentence. */
  competence: Bilingual,
})
export type Authority = z.infer<typeof Authority>
