import { z } from "zod"
import { AuthorityId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { Channel } from "./channel"

const Bilingual = z.object({
  zh: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
})

/** Whom the case officers call, and where they write to. */
const Contact = z.object({
  name: z.string().trim().max(100).optional(),
  phone: z.string().trim().max(60).optional(),
  email: z.email().max(200).optional(),
})

/** An agency, national, provincial or of a city, that cases are referred to. */
export const Authority = z.object({
  authorityId: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/)
    .pipe(AuthorityId),
  name: Bilingual,
  /** What it is in charge of, in a sentence. */
  competence: Bilingual,
  /** Under which it stands in the tree. */
  parentId: AuthorityId.optional(),
  contact: Contact.optional(),
  /** How referrals are announced to its own system; without one, its officers find them in the console alone. */
  channel: Channel.optional(),
})
export type Authority = z.infer<typeof Authority>

/** An authority as it stands, with the version that an edit names. */
export type AuthorityRecord = Authority & { readonly version: number; readonly head: string }

export const RevokeReason = Written({ min: 5, max: 500 })
