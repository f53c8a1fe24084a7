import { execFile } from "node:child_process"
import { readFile } from "node:fs/promises"
import path from "node:path"
import { promisify } from "node:util"
import { describe, expect, inject, it } from "vitest"
import { siteOf } from "@/tests/support/infra/checks/find"

const root = path.resolve(import.meta.dirname, "../..")
const run = promisify(execFile)

const counted = (types: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const type of types) {
    const name = type.split(":").at(-1) ?? type
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

const cloud = (stage: "trial" | "production") =>
  inject(stage)
    .resources.map(({ type }) => type)
    .filter((type) => !/^(sst|pulumi):/.test(type))

const everywhere = {
  BucketCorsConfiguration: 1,
  BucketLifecycleConfiguration: 1,
  BucketNotification: 1,
  BucketObjectv2: 9,
  BucketOwnershipControls: 1,
  BucketPolicy: 2,
  BucketPublicAccessBlock: 2,
  BucketServerSideEncryptionConfiguration: 1,
  BucketVersioning: 1,
  Bucket: 2,
  CachePolicy: 1,
  Command: 1,
  Distribution: 1,
  EventRule: 1,
  EventSourceMapping: 5,
  EventTarget: 1,
  FunctionEventInvokeConfig: 3,
  FunctionUrl: 1,
  Function: 11,
  Key: 1,
  KeyValueStore: 1,
  LogGroup: 9,
  LogMetricFilter: 3,
  MalwareProtectionPlan: 1,
  MetricAlarm: 39,
  Permission: 2,
  Queue: 10,
  QueuePolicy: 4,
  RandomBytes: 1,
  Resource: 4,
  Role: 14,
  Schedule: 3,
  Table: 2,
  Topic: 2,
  UserGroup: 6,
  UserPool: 1,
  UserPoolClient: 1,
  UserPoolDomain: 1,
  WebAcl: 1,
}

describe("the infra program", () => {
  it("has the types that SST's components ask for", async () => {
    const tsc = path.join(root, "node_modules/.bin/tsc")
    const { stdout } = await run(tsc, ["-p", "infra/tsconfig.json"], { cwd: root }).catch((error) => error)
    expect(stdout).toBe("")
  })

  it("keeps sst.config.ts a table of contents", async () => {
    const lines = (await readFile(path.join(root, "sst.config.ts"), "utf8")).trimEnd().split("\n")
    expect(lines.length).toBeLessThanOrEqual(40)
  })

  it.each(["trial", "production"] as const)("runs to its end without an error on stage %s", (stage) => {
    const { ended, errors } = inject(stage)
    expect(errors).toEqual([])
    expect(ended).toBe(true)
  })

  it("asks for exactly these resources", () => {
    expect(counted(cloud("trial"))).toEqual(everywhere)
  })

  it("asks in production for the domain, its certificate, somebody to alarm and a sender of mail besides", () => {
    expect(counted(cloud("production"))).toEqual({
      ...everywhere,
      BucketObjectv2: 10,
      ConfigurationSet: 1,
      EmailIdentity: 1,
      Function: 12,
      FunctionEventInvokeConfig: 4,
      LogGroup: 10,
      MetricAlarm: 41,
      Role: 16,
      Schedule: 4,
      Certificate: 1,
      CertificateValidation: 1,
      Record: 3,
      Resource: 7,
      TopicSubscription: 2,
    })
  })

  it("offers no mail without a sender", () => {
    const mail = (stage: "trial" | "production") => siteOf(inject(stage)).variables.MAIL
    expect([mail("trial"), mail("production")]).toEqual(["none", "ses"])
  })

  it("keeps what holds data when a production stage is removed by mistake", async () => {
    const config = await readFile(path.join(root, "sst.config.ts"), "utf8")
    expect(config).toContain('removal: production ? "retain" : "remove"')
    expect(config).toContain("protect: production")
    const table = inject("production").resources.find(({ name }) => name === "TableTable")
    const people = inject("production").resources.find(({ name }) => name === "StaffUserPool")
    expect(table?.inputs.deletionProtectionEnabled).toBe(true)
    expect(people?.inputs.deletionProtection).toBe("ACTIVE")
  })
})
