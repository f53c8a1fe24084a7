import { z } from "zod"
import type { ZodOpenApiPathsObject } from "zod-openapi"
import { type Update, UpdateContent } from "@/lib/agency"
import { WebhookMessage, XarfReport } from "@/lib/delivery"
import { referralStatuses } from "@/lib/referral"
import { body, jsonResponse, refusals } from "./operation"

export const NewUpdate = UpdateContent.meta({
  id: "NewUpdate",
  description: [
    "One step of the authority's work on a referral. `acknowledged`: it has arrived. `accepted`: the authority takes the case on. `returned`: it does not, and `description` says why. `measure`: a measure was taken, any number of times from `acknowledged` on. `reported`: all is done and reported.",
    "`reference` is the authority's own number for the case. `takenOn` is a day in China. Quantities are in the unit of the metric. `site` is one of the case's sites, where the measure was against one; `document` is the number or title of what shows it, without which `reference` or the update itself stands for it.",
    "`report` is of a company that hosts sites, and of one report that it was sent (`reportId` is XARF's `report_id`): `queued`, `processing` or `completed`, and where it is completed the `reason`: `actioned`, `content-down` (not there, or not reachable), `no-action` (looked at, left as it is), `not-hosted` (not on its machines), `more-information` (needed to go on). The first of them acknowledges the referral; a completed report stays so. Whoever polls AWS's Abuse Signal API passes its `status` and `reasonCode` on: ACTIONED, CONTENT_DOWN_OR_INACCESSIBLE, REVIEWED_NO_AWS_ACTION, NOT_RESOLVABLE_TO_AWS, NEED_MORE_INFORMATION, in this order.",
    "For systems that speak Open311 or FixMyStreet: the referral is the service request, an update is a service request update, `acknowledged` and `accepted` are OPEN, `returned` and `reported` are CLOSED, and `description` is the update's text.",
  ].join("\n\n"),
  examples: [
    { status: "acknowledged", reference: "2026-网-0417" },
    {
      status: "measure",
      reference: "2026-网-0417",
      measure: { metric: "websites-closed", quantity: 1, takenOn: "2026-07-14" },
    },
    {
      status: "report",
      reportId: "2c0f6a0e-8c1d-4f1b-9a53-0d6f3f9b7a11",
      state: "completed",
      reason: "actioned",
    },
  ],
})

export const NewUpdateHeaders = z.object({
  "Idempotency-Key": z.string().min(8).max(200).meta({
    description:
      "The authority's own identifier of the update. Sending the same key and body again changes nothing and returns the same update.",
  }),
})

const UpdateAnswer = z
  .object({
    updateId: z.string(),
    referralId: z.string(),
    status: z.enum(["acknowledged", "accepted", "returned", "measure", "reported", "report"]),
    referralStatus: z.enum(referralStatuses).meta({ description: "Of the referral, with this update." }),
    reference: z.string().optional(),
    description: z.string().optional(),
    measureId: z.string().optional().meta({
      description:
        "The entry in the ledger. An unusually large one counts only after two people confirmed it.",
    }),
    receivedAt: z.iso.datetime(),
  })
  .meta({ id: "Update" })

/** What an authority's program reads of an update that was taken. */
export const updateAnswer = ({
  updateId,
  referralId,
  content,
  referralStatus,
  measureId,
  receivedAt,
}: Update): z.output<typeof UpdateAnswer> => ({
  updateId,
  referralId,
  status: content.status,
  referralStatus,
  reference: content.reference,
  description: content.description,
  measureId,
  receivedAt,
})

const path = z.object({
  id: z.string().meta({ description: "The `referralId` that the webhook told." }),
})

/** What an authority's system calls. */
export const referralPaths: ZodOpenApiPathsObject = {
  "/api/v1/referrals/{id}/updates": {
    post: {
      operationId: "sendUpdate",
      summary: "Report a step of the work on a referral",
      description: "Only on referrals to the authority that the key belongs to; others are not found.",
      security: [{ agencyKey: [] }],
      requestParams: { path, header: NewUpdateHeaders },
      requestBody: body(NewUpdate),
      responses: {
        "201": jsonResponse("The update was taken.", UpdateAnswer),
        "200": jsonResponse("It had been taken before, under the same key.", UpdateAnswer),
        ...refusals("400", "401", "404", "409", "413", "415", "422", "429"),
      },
    },
    get: {
      operationId: "listUpdates",
      summary: "List the updates sent about a referral, oldest first",
      security: [{ agencyKey: [] }],
      requestParams: { path },
      responses: {
        "200": jsonResponse("The updates", z.object({ updates: z.array(UpdateAnswer) })),
        ...refusals("401", "404", "422", "429"),
      },
    },
  },
}

const signature = z.object({
  "webhook-id": z.string().meta({ description: "The same at each attempt." }),
  "webhook-timestamp": z
    .string()
    .meta({ description: "Seconds since 1970; refuse one that is minutes old." }),
  "webhook-signature": z.string().meta({
    description:
      "`v1,` and the HMAC of `{id}.{timestamp}.{body}`; two of them, separated by a space, while the secret is being changed.",
  }),
})

/** What the portal calls at an authority's system. */
export const referralWebhooks: ZodOpenApiPathsObject = {
  referral: {
    post: {
      operationId: "tellOfReferral",
      summary:
        "Tells an authority's system of a referral, that its receipt is overdue, or that it was withdrawn",
      description:
        "Signed as Standard Webhooks describe. Any answer of 200 to 299 within 10 seconds counts as received; everything else is tried again for three days, and redirects are not followed. To a company that hosts sites it is a XARF 4 report, one for each address. The same may come twice: know it by its id.",
      requestParams: { header: signature },
      requestBody: {
        required: true,
        content: {
          "application/cloudevents+json": { schema: WebhookMessage },
          "application/json": { schema: XarfReport },
        },
      },
      responses: { "204": { description: "Received" } },
    },
  },
}
