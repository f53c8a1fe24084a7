import { z } from "zod"
import { AuthorityId, HolderId } from "@/lib/kernel/id"
import { event } from "./event-schema"

const Bilingual = z.object({ zh: z.string(), en: z.string() })

const described = {
  authorityId: AuthorityId,
  name: Bilingual,
  competence: Bilingual,
  parentId: AuthorityId.optional(),
  contact: z
    .object({ name: z.string().optional(), phone: z.string().optional(), email: z.string().optional() })
    .optional(),
}
/** As they stood; what a rule may say has changed since, perhaps. */
const Rules = z.array(z.looseObject({ ruleId: z.string(), to: AuthorityId })).readonly()
const secret = { secretId: z.string() }

const Roles = z.array(z.string()).readonly()
const Given = { roles: Roles, authorityId: AuthorityId.optional() }

/** Rows of a table: stored (or to be), stored before, and refused. */
const Rows = { created: z.int(), exists: z.int(), invalid: z.int() }

/** Of authorities, right holders' keys and tables, sessions of the staff and the public intake. */
export const settingsEvents = () =>
  [
    event("authority.registered", described),
    event("authority.created", described),
    event("authority.edited", described),
    event("authority.webhook-set", { url: z.string(), format: z.string().optional() }),
    event("authority.webhook-removed", {}),
    event("authority.secret-added", secret),
    event("authority.secret-ended", secret),

    event("routing.drafted", { rules: Rules }),
    event("routing.draft-discarded", {}),
    event("routing.published", { number: z.int(), rules: Rules }),

    event("known-good.added", { domain: z.string(), reason: z.string() }),
    event("known-good.removed", { domain: z.string(), reason: z.string() }),

    event("agency-key.issued", { authorityId: AuthorityId, name: z.string() }),
    event("agency-key.revoked", { reason: z.string() }),

    event("key.issued", {
      holderId: HolderId,
      name: z.string(),
      scopes: z.array(z.string()).readonly(),
      demo: z.boolean().optional(),
    }),
    event("key.revoked", { reason: z.string() }),

    event("batch.announced", { holderId: HolderId, keyId: z.string() }),
    event("batch.checked", { eTag: z.string(), ...Rows }),
    event("batch.confirmed", {}),
    event("batch.sent", Rows),
    event("batch.stopped", { why: z.string() }),

    event("session.ended", { person: z.string(), startedAt: z.string() }),

    event("settings.entry-saved", {
      kind: z.string(),
      code: z.string(),
      name: Bilingual,
      text: Bilingual.optional(),
      isRetired: z.boolean().optional(),
    }),
    event("settings.targets-set", { from: z.looseObject({}), to: z.looseObject({}) }),
    event("settings.limits-set", { from: z.looseObject({}), to: z.looseObject({}) }),
    event("settings.retention-set", { from: z.looseObject({}), to: z.looseObject({}) }),
    event("settings.contacts-set", { from: z.looseObject({}), to: z.looseObject({}) }),

    event("invitation.sent", { name: z.string(), ...Given }),
    event("invitation.withdrawn", { name: z.string() }),
    event("invitation.accepted", { name: z.string(), person: z.string() }),

    event("person.roles-given", {
      person: z.string(),
      from: Roles,
      to: Roles,
      authorityId: Given.authorityId,
    }),
    event("person.left", { person: z.string() }),
    event("person.returned", { person: z.string() }),

    event("dead-letter.redriven", {
      consumer: z.string(),
      item: z.object({ pk: z.string(), sk: z.string() }),
    }),
    event("dead-letter.done", {}),
    event("dead-letter.failed", {}),

    event("valve.shut", { state: z.string(), message: Bilingual }),
    event("valve.opened", {}),
  ] as const
