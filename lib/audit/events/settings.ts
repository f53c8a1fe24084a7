import { z } from "zod"
import { AuthorityId, HolderId } from "@/lib/kernel/id"
import { event } from "./event-schema"

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** Of authorities, right holders' keys, sessions of the staff and the public intake. */
export const settingsEvents = [
  event("authority.registered", { authorityId: AuthorityId, name: Bilingual, competence: Bilingual }),

  event("key.issued", {
    holderId: HolderId,
    name: z.string(),
    scopes: z.array(z.string()).readonly(),
    demo: z.boolean().optional(),
  }),
  event("key.revoked", { reason: z.string() }),

  event("session.ended", { person: z.string(), startedAt: z.string() }),

  event("valve.shut", { state: z.string(), message: Bilingual }),
  event("valve.opened", {}),
] as const
