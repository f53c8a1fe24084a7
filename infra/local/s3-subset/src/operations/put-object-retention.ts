import { z } from "zod"
import { readXmlBody } from "../body/store-body"
import { bodyOf, type S3Request } from "../http/request"
import { sendEmpty } from "../http/response"
import {
  bypassesGovernance,
  parseRetention,
  requireObjectLock,
  requireRetentionChange,
} from "../object/object-lock"
import { S3Error } from "../protocol/errors"
import { getBucket } from "../store/buckets"
import type { Version } from "../store/version"
import { getVersion, setRetention } from "../store/versions"

/** Empty where the retention is to be removed. */
const retentionSchema = z.union([z.literal(""), z.object({ Mode: z.string(), RetainUntilDate: z.string() })])

const versionOf = ({ store, target }: S3Request): Version => {
  const bucket = getBucket(store, target.bucket)
  requireObjectLock(bucket)
  return getVersion(store, bucket.name, target.key, target.query.get("versionId"))
}

/** The version is read again after the body: what was locked meanwhile stays locked. */
export const putObjectRetention = async (request: S3Request): Promise<void> => {
  versionOf(request)
  const parsed = retentionSchema.safeParse(await readXmlBody(bodyOf(request), "Retention"))
  if (!parsed.success) throw new S3Error("MalformedXML")
  const next = parsed.data === "" ? undefined : parseRetention(parsed.data.Mode, parsed.data.RetainUntilDate)
  const { seq, retention } = versionOf(request)
  requireRetentionChange(retention, next, bypassesGovernance(request.headers))
  setRetention(request.store, seq, next)
  sendEmpty(request.res, 200)
}
