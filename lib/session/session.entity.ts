import { CustomAttributeType, Entity } from "electrodb"
import type { Role } from "@/lib/kernel/actor"
import type { AuthorityId } from "@/lib/kernel/id"
import { lazily } from "@/lib/store/lazily"
import { service, tableConfig } from "@/lib/store/table"
import type { Assigned } from "./given-roles"
import type { Session } from "./session"

/** Answers: the session of a cookie; who is signed in at present (by index; they are few). */
export const SessionEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "session", version: "1", service },
        attributes: {
          sessionId: { type: "string", required: true },
          personId: { type: "string", required: true },
          name: { type: "string", required: true },
          roles: { type: CustomAttributeType<readonly Role[]>("any"), required: true },
          authorityId: { type: CustomAttributeType<AuthorityId>("string") },
          startedAt: { type: "string", required: true },
          checkedAt: { type: "string", required: true },
          /** Epoch seconds. */
          expiresAt: { type: "number", required: true },
          row: { type: CustomAttributeType<Session>("any"), required: true },
        },
        indexes: {
          session: {
            pk: { field: "pk", composite: ["sessionId"], template: "session#${sessionId}" },
            sk: { field: "sk", composite: [], template: "session" },
          },
          live: {
            index: "worklist",
            projection: ["row"],
            pk: { field: "wl_pk", composite: [], template: "sessions" },
            sk: {
              field: "wl_sk",
              composite: ["startedAt", "sessionId"],
              template: "${startedAt}#${sessionId}",
              casing: "none",
            },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: who has ever signed in (in one partition: the staff are few). */
export const PersonEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "person", version: "1", service },
        attributes: {
          /** In lower case, as keys are. */
          personKey: { type: "string", required: true },
          personId: { type: "string", required: true },
          name: { type: "string", required: true },
          roles: { type: CustomAttributeType<readonly Role[]>("any"), required: true },
          authorityId: { type: CustomAttributeType<AuthorityId>("string") },
          lastSignInAt: { type: "string", required: true },
          leftAt: { type: "string" },
          assigned: { type: CustomAttributeType<Assigned>("any") },
        },
        indexes: {
          all: {
            pk: { field: "pk", composite: [], template: "people" },
            sk: { field: "sk", composite: ["personKey"], template: "${personKey}" },
          },
        },
      },
      tableConfig,
    ),
)

/** Answers: what administrators did to somebody's sessions, and that they left. */
export const SignedInEntity = lazily(
  () =>
    new Entity(
      {
        model: { entity: "signed-in", version: "1", service },
        attributes: {
          /** In lower case, as keys are. */
          personKey: { type: "string", required: true },
          version: { type: "number", required: true },
          head: { type: "string", required: true },
        },
        indexes: {
          person: {
            pk: { field: "pk", composite: ["personKey"], template: "person#${personKey}" },
            sk: { field: "sk", composite: [], template: "signed-in" },
          },
        },
      },
      tableConfig,
    ),
)
