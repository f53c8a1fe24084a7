import { DeleteCommand } from "@aws-sdk/lib-dynamodb"
import { beforeAll, expect, it } from "vitest"
import { listUpdates, takeUpdate } from "@/lib/agency"
import { authenticateAgency, issueAgencyKey } from "@/lib/authority"
import { setting } from "@/lib/kernel/config"
import { type Context, contextFor } from "@/lib/kernel/context"
import { documents } from "@/lib/store/table"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { as, visitor } from "@/tests/support/people"

let agency: Context

beforeAll(async () => {
  await enforcementWorld()
  const { key } = await issueAgencyKey(as("administrator"), { authorityId: "mps", name: "System" })
  agency = contextFor(await authenticateAgency(visitor(), { key }))
})

it("an update finds a referral that was delivered before its id alone led to it", async () => {
  const { referralId } = await aDelivered(await aCase())
  const Key = { pk: referralId, sk: "referral" }
  await documents.send(new DeleteCommand({ TableName: setting("TABLE_NAME"), Key }))
  const taken = await takeUpdate(agency, {
    referralId,
    idempotencyKey: "of-before",
    content: { status: "acknowledged" },
  })
  expect(taken).toMatchObject({ isNew: true, referralStatus: "acknowledged" })
})

it("the updates of a referral are read by its authority's officers and by those who oversee all", async () => {
  const { referralId } = await aDelivered(await aCase())
  for (const who of ["officer", "cai", "auditor", "administrator"] as const)
    expect(await listUpdates(as(who), { referralId })).toEqual([])
  await expect(listUpdates(as("stranger"), { referralId })).rejects.toMatchObject({ code: "not-found" })
  await expect(listUpdates(as("mei"), { referralId })).rejects.toMatchObject({ code: "forbidden" })
})
