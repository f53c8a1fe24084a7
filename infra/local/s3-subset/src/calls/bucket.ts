import { z } from "zod"
import { sendEmpty } from "../answer"
import { receiveXml } from "../body/receive"
import { bodyOfCall, type Call } from "../call"
import { S3Error } from "../errors"
import { addBucket, findBucket, getBucket } from "../store/buckets"

const nameRule = /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/

const configurationSchema = z.union([
  z.literal(""),
  z.object({ LocationConstraint: z.string().optional() }).strict(),
])

const requireHere = async (call: Call) => {
  const body = bodyOfCall(call)
  if (body.sizeBytes === 0) return
  const parsed = configurationSchema.safeParse(await receiveXml(body, "CreateBucketConfiguration"))
  if (!parsed.success) throw new S3Error("MalformedXML")
  const place = parsed.data === "" ? undefined : parsed.data.LocationConstraint
  if (place && place !== call.store.region) throw new S3Error("IllegalLocationConstraintException")
}

export const createBucket = async (call: Call): Promise<void> => {
  const { res, store, target, headers } = call
  if (!nameRule.test(target.bucket)) throw new S3Error("InvalidBucketName")
  await requireHere(call)
  if (findBucket(store, target.bucket)) throw new S3Error("BucketAlreadyOwnedByYou")
  addBucket(store, target.bucket, headers.get("x-amz-bucket-object-lock-enabled")?.toLowerCase() === "true")
  sendEmpty(res, 200, { location: `/${target.bucket}` })
}

export const headBucket = async ({ res, store, target }: Call): Promise<void> => {
  getBucket(store, target.bucket)
  sendEmpty(res, 200, { "x-amz-bucket-region": store.region })
}
