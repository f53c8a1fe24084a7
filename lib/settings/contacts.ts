import { z } from "zod"
import { setting } from "@/lib/kernel/config"

/** Where people turn who have a question that is no report; each empty where nobody answers. */
export const Contacts = z.object({
  email: z.union([z.literal(""), z.email().max(200)]),
  phone: z.string().trim().max(60),
})
export type Contacts = z.infer<typeof Contacts>

/** What the deployment says, until an administrator says otherwise. */
export const defaultContacts = (): Contacts => ({
  email: setting("CONTACT_EMAIL"),
  phone: setting("CONTACT_PHONE"),
})
