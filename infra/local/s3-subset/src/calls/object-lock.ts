import { z } from "zod"
import { sendEmpty, sendXml } from "../answer"
import { receiveXml } from "../body/receive"
import { bodyOfCall, type Call } from "../call"
import { S3Error } from "../errors"
import {
  bypassesGovernance,
  parseHold,
  parseRetention,
  requireObjectLock,
  requireRetentionChange,
} from "../object-lock"
import { getBucket } from "../store/buckets"
import type { Version } from "../store/version"
import { getVersion, setLock } from "../store/versions"

const retentionSchema = z.union([z.literal(""), z.object({ Mode: z.string(), RetainUntilDate: z.string() })])
const holdSchema = z.object({ Status: z.string() })

const lockable = ({ store, target }: Call): Version => {
  const bucket = getBucket(store, target.bucket)
  requireObjectLock(bucket)
  return getVersion(store, bucket.name, target.key, target.query.get("versionId"))
}

const parse = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new S3Error("MalformedXML")
  return parsed.data
}

/** The version is read again after the body: what was locked meanwhile stays locked. */
export const putRetention = async (call: Call): Promise<void> => {
  lockable(call)
  const wanted = parse(retentionSchema, await receiveXml(bodyOfCall(call), "Retention"))
  const { seq, lock } = lockable(call)
  const retention = wanted === "" ? undefined : parseRetention(wanted.Mode, wanted.RetainUntilDate)
  requireRetentionChange(lock.retention, retention, bypassesGovernance(call.headers))
  setLock(call.store, seq, { legalHold: lock.legalHold, ...(retention ? { retention } : {}) })
  sendEmpty(call.res, 200)
}

export const getRetention = async (call: Call): Promise<void> => {
  const { retention } = lockable(call).lock
  if (!retention) throw new S3Error("NoSuchObjectLockConfiguration")
  sendXml(call.res, 200, "Retention", { Mode: retention.mode, RetainUntilDate: retention.untilAt })
}

export const putLegalHold = async (call: Call): Promise<void> => {
  lockable(call)
  const legalHold = parseHold(parse(holdSchema, await receiveXml(bodyOfCall(call), "LegalHold")).Status)
  const { seq, lock } = lockable(call)
  setLock(call.store, seq, { ...lock, legalHold })
  sendEmpty(call.res, 200)
}

export const getLegalHold = async (call: Call): Promise<void> => {
  const { legalHold } = lockable(call).lock
  sendXml(call.res, 200, "LegalHold", { Status: legalHold ? "ON" : "OFF" })
}
