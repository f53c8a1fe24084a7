import { z } from "zod"
import { S3Error } from "../protocol/errors"
import type { RequestHeaders } from "../protocol/headers"
import type { Bucket } from "../store/buckets"
import type { Retention } from "../store/version"

const retentionSchema = z.object({
  mode: z.enum(["GOVERNANCE", "COMPLIANCE"]),
  untilAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString()),
})

/** @throws S3Error InvalidArgument unless a known mode and a time to come */
export const parseRetention = (mode: unknown, untilAt: unknown, now = Date.now()): Retention => {
  const parsed = retentionSchema.safeParse({ mode, untilAt })
  if (!parsed.success)
    throw new S3Error("InvalidArgument", "A retention needs a known mode and a retain until date.")
  if (Date.parse(parsed.data.untilAt) <= now)
    throw new S3Error("InvalidArgument", "The retain until date must be in the future!")
  return parsed.data
}

export const requireObjectLock = ({ objectLock }: Bucket): void => {
  if (!objectLock) throw new S3Error("InvalidRequest", "Bucket is missing Object Lock Configuration")
}

/** The retention that a new object asks for. @throws S3Error InvalidRequest, InvalidArgument */
export const requestedRetention = (headers: RequestHeaders, bucket: Bucket): Retention | undefined => {
  const [mode, untilAt] = [
    headers.get("x-amz-object-lock-mode"),
    headers.get("x-amz-object-lock-retain-until-date"),
  ]
  if (mode === undefined && untilAt === undefined) return undefined
  requireObjectLock(bucket)
  return parseRetention(mode, untilAt)
}

const isActive = (retention: Retention | undefined, now: number): retention is Retention =>
  retention !== undefined && Date.parse(retention.untilAt) > now

/** @throws S3Error AccessDenied while a retention protects the version */
export const requireDeletable = (
  retention: Retention | undefined,
  bypassGovernance: boolean,
  now = Date.now(),
): void => {
  if (isActive(retention, now) && !(retention.mode === "GOVERNANCE" && bypassGovernance))
    throw new S3Error("AccessDenied", "Access Denied because object protected by object lock.")
}

/**
 * An active retention may be extended; only one in governance, bypassed, may be shortened or removed.
 * @throws S3Error AccessDenied
 */
export const requireRetentionChange = (
  current: Retention | undefined,
  next: Retention | undefined,
  bypassGovernance: boolean,
  now = Date.now(),
): void => {
  if (!isActive(current, now)) return
  const isExtension = next !== undefined && next.untilAt >= current.untilAt
  const allowed =
    current.mode === "COMPLIANCE"
      ? isExtension && next.mode === "COMPLIANCE"
      : bypassGovernance || (isExtension && next.mode === "GOVERNANCE")
  if (!allowed) throw new S3Error("AccessDenied", "Access Denied because object protected by object lock.")
}

export const bypassesGovernance = (headers: RequestHeaders): boolean =>
  headers.get("x-amz-bypass-governance-retention")?.toLowerCase() === "true"
