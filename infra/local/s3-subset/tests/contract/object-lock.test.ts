import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type ObjectLockRetention,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectRetentionCommand,
} from "@aws-sdk/client-s3"
import { afterAll, describe, expect, it } from "vitest"
import { external, openEndpoint, outcome } from "../support/endpoint"

const here = await openEndpoint()
const { s3, lockBucket: Bucket, bucket, prefix } = here
afterAll(() => here.close())

const soon = (seconds: number) => new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000)

const governed = (seconds = 60) =>
  ({
    ObjectLockMode: "GOVERNANCE",
    ObjectLockRetainUntilDate: soon(seconds),
  }) as const satisfies Partial<PutObjectCommandInput>

const put = async (name: string, more: Partial<PutObjectCommandInput> = {}) => {
  const Key = prefix + name
  const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: name, ...more }))
  return { Bucket, Key, VersionId }
}

type Named = Awaited<ReturnType<typeof put>>

const remove = (named: Named, BypassGovernanceRetention?: boolean) =>
  outcome(s3.send(new DeleteObjectCommand({ ...named, BypassGovernanceRetention })))

const retain = (named: Named, Retention: ObjectLockRetention, BypassGovernanceRetention?: boolean) =>
  outcome(s3.send(new PutObjectRetentionCommand({ ...named, Retention, BypassGovernanceRetention })))

const lockOf = async (named: Named) => {
  const { ObjectLockMode, ObjectLockRetainUntilDate } = await s3.send(new HeadObjectCommand(named))
  return { ObjectLockMode, ObjectLockRetainUntilDate }
}

describe("a retention", () => {
  it("in governance keeps a version until it is bypassed", async () => {
    const named = await put("governed", governed())
    expect(await remove(named)).toBe("403 AccessDenied")
    expect(await remove(named, true)).toBe("accepted")
    expect(await outcome(s3.send(new HeadObjectCommand(named)))).toBe("404 NotFound")
  })

  it("in compliance keeps a version whoever asks, and ends with its date", async () => {
    const named = await put("complied", { ObjectLockMode: "COMPLIANCE", ObjectLockRetainUntilDate: soon(2) })
    expect(await remove(named, true)).toBe("403 AccessDenied")
    expect(await retain(named, { Mode: "GOVERNANCE", RetainUntilDate: soon(60) }, true)).toBe(
      "403 AccessDenied",
    )
    await expect.poll(() => remove(named), { timeout: 8000, interval: 500 }).toBe("accepted")
  })

  it("can grow; in governance it shrinks only when bypassed", async () => {
    const named = await put("growing", governed(30))
    expect(await retain(named, { Mode: "GOVERNANCE", RetainUntilDate: soon(90) })).toBe("accepted")
    expect(await retain(named, { Mode: "GOVERNANCE", RetainUntilDate: soon(30) })).toBe("403 AccessDenied")
    const shortened = soon(45)
    expect(await retain(named, { Mode: "GOVERNANCE", RetainUntilDate: shortened }, true)).toBe("accepted")
    expect(await lockOf(named)).toEqual({
      ObjectLockMode: "GOVERNANCE",
      ObjectLockRetainUntilDate: shortened,
    })
    await remove(named, true)
  })

  it("is shown with the object, and absent where none was set", async () => {
    const lock = governed()
    const named = await put("shown", lock)
    expect(await lockOf(named)).toEqual(lock)
    const free = await put("free")
    expect(await lockOf(free)).toEqual({})
    await Promise.all([remove(named, true), remove(free)])
  })

  it("can come with a copy", async () => {
    const source = await put("unsealed")
    const command = new CopyObjectCommand({
      Bucket,
      Key: `${prefix}sealed`,
      CopySource: `${Bucket}/${source.Key}`,
      ...governed(),
    })
    const { VersionId } = await s3.send(command)
    const sealed = { Bucket, Key: `${prefix}sealed`, VersionId }
    expect(await remove(sealed)).toBe("403 AccessDenied")
    await Promise.all([remove(sealed, true), remove(source)])
  })

  it("is refused in the past, and in a bucket without Object Lock", async () => {
    expect(await outcome(put("past", governed(-60)))).toBe("400 InvalidArgument")
    expect(await outcome(put("elsewhere", { Bucket: bucket, ...governed() }))).toBe("400 InvalidRequest")
  })
})

describe("a bucket under Object Lock", () => {
  it("keeps what is written over, and what is deleted without a version", async () => {
    const first = await put("versioned", { Body: "one", ...governed() })
    const second = await put("versioned", { Body: "two" })
    const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: first.Key }))
    expect(marker.DeleteMarker).toBe(true)
    expect(await outcome(s3.send(new GetObjectCommand({ Bucket, Key: first.Key })))).toBe("404 NoSuchKey")
    expect(await (await s3.send(new GetObjectCommand(first))).Body?.transformToString()).toBe("one")
    await remove({ ...first, VersionId: marker.VersionId })
    expect(
      await (await s3.send(new GetObjectCommand({ Bucket, Key: first.Key }))).Body?.transformToString(),
    ).toBe("two")
    await Promise.all([remove(first, true), remove(second)])
  })

  it.skipIf(external)("tells versions apart from those that never were", async () => {
    const named = await put("known")
    expect(await outcome(s3.send(new GetObjectCommand({ ...named, VersionId: "unknown" })))).toBe(
      "404 NoSuchVersion",
    )
  })
})
