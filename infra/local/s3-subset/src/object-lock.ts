import { z } from "zod"
import type { RequestHeaders } from "./body/integrity"
import { S3Error } from "./errors"
import type { Bucket } from "./store/buckets"
import type { ObjectLock, Retention } from "./store/version"

const retentionSchema = z.object({
  mode: z.enum(["GOVERNANCE", "COMPLIANCE"]),
  untilAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString()),
})

/** @throws S3Error InvalidArgument unless a known mode and a time to come */
export const parseRetention = (mode: unknown, untilAt: unknown): Retention => {
  const parsed = retentionSchema.safeParse({ mode, untilAt })
  if (!parsed.success)
    throw new S3Error("InvalidArgument", "A retention needs a known mode and a retain until date.")
  if (Date.parse(parsed.data.untilAt) <= Date.now())
    throw new S3Error("InvalidArgument", "The retain until date must be in the future!")
  return parsed.data
}

export const parseHold = (status: unknown): boolean => {
  if (status !== "ON" && status !== "OFF")
    throw new S3Error("InvalidArgument", "Legal Hold must be either of 'ON' or 'OFF'")
  return status === "ON"
}

export const requireObjectLock = ({ objectLock }: Bucket): void => {
  if (!objectLock) throw new S3Error("InvalidRequest", "Bucket is missing Object Lock Configuration")
}

/** The lock that a new object asks for. @throws S3Error InvalidRequest, InvalidArgument */
export const lockOf = (headers: RequestHeaders, bucket: Bucket): ObjectLock => {
  const [mode, until, hold] = ["mode", "retain-until-date", "legal-hold"].map((n) =>
    headers.get(`x-amz-object-lock-${n}`),
  )
  if (mode ?? until ?? hold) requireObjectLock(bucket)
  return {
    ...((mode ?? until) ? { retention: parseRetention(mode, until) } : {}),
    legalHold: hold === undefined ? false : parseHold(hold),
  }
}

const isActive = (retention: Retention | undefined, now: number): retention is Retention =>
  retention !== undefined && Date.parse(retention.untilAt) > now

/** @throws S3Error AccessDenied while a hold or a retention keeps the version */
export const requireDeletable = (
  { retention, legalHold }: ObjectLock,
  bypassGovernance: boolean,
  now = Date.now(),
): void => {
  const kept = isActive(retention, now) && !(retention.mode === "GOVERNANCE" && bypassGovernance)
  if (legalHold || kept)
    throw new S3Error("AccessDenied", "Access Denied because object protected by object lock.")
}

/** A retention may grow; only governance, bypassed, may shrink or end. @throws S3Error AccessDenied */
export const requireRetentionChange = (
  present: Retention | undefined,
  next: Retention | undefined,
  bypassGovernance: boolean,
  now = Date.now(),
): void => {
  if (!isActive(present, now)) return
  const grows = next !== undefined && next.untilAt >= present.untilAt
  const allowed =
    present.mode === "COMPLIANCE"
      ? grows && next.mode === "COMPLIANCE"
      : bypassGovernance || (grows && next.mode === "GOVERNANCE")
  if (!allowed) throw new S3Error("AccessDenied", "Access Denied because object protected by object lock.")
}

export const bypassesGovernance = (headers: RequestHeaders): boolean =>
  headers.get("x-amz-bypass-governance-retention")?.toLowerCase() === "true"
