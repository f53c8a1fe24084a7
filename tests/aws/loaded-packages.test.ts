// What a page does not need is not loaded by the process that first shows it (docs/decisions/0091).
import { expect, inject, it } from "vitest"
import { variablesOf } from "@/infra/local/environment/environment"
import { siteId, siteVariables } from "@/tests/support/aws/world/functions"
import { getEvent } from "@/tests/support/aws/world/get-event"
import { startFunction } from "@/tests/support/aws/world/start-function"

const storesOf = (packages: readonly string[]) =>
  packages.filter((name) => /^electrodb$|^@aws-sdk\/client-/.test(name)).toSorted()

const startSite = () => {
  const { dynamoUrl, s3Url, secrets } = inject("stores")
  const nowhere = "http://localhost:1"
  const addresses = { dynamoUrl, s3Url, siteUrl: nowhere, issuer: nowhere, mailUrl: nowhere }
  const { PATH, TABLE_NAME, LIMITS_TABLE_NAME, EVIDENCE_BUCKET } = process.env
  return startFunction(siteId(), "server-index.mjs", {
    ...siteVariables(),
    ...variablesOf(addresses, secrets),
    ...{ PATH, TABLE_NAME, LIMITS_TABLE_NAME, EVIDENCE_BUCKET },
    NODE_ENV: "production",
  })
}

/** The clients of the stores that a new process has loaded once it has shown a page. */
const storesLoadedBy = async (path: string) => {
  const site = await startSite()
  try {
    expect(await site.invoke(getEvent(path))).toMatchObject({ statusCode: 200 })
    return storesOf(await site.packages())
  } finally {
    await site.stop()
  }
}

it("the site itself is loaded before its first request", async () => {
  const site = await startSite()
  expect(await site.packages()).toContain("next")
  await site.stop()
})

it.each([
  "/zh/follow",
  "/zh/right-holders",
  "/zh/help",
  "/zh/accessibility",
  "/zh/report/done",
  "/api/health",
])("%s loads no client of a store", async (path) => {
  expect(await storesLoadedBy(path)).toEqual([])
})

it.each(["/zh", "/zh/report", "/zh/notices", "/zh/campaigns"])(
  "%s loads the table's client alone",
  async (path) => {
    expect(await storesLoadedBy(path)).toEqual(["@aws-sdk/client-dynamodb", "electrodb"])
  },
)
