import { z } from "zod"
import { readXmlBody } from "../body/store-body"
import { bodyOf, type S3Request } from "../http/request"
import { sendEmpty } from "../http/response"
import { S3Error } from "../protocol/errors"
import { addBucket, findBucket, getBucket } from "../store/buckets"

const nameRule = /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/

const configurationSchema = z.union([
  z.literal(""),
  z.object({ LocationConstraint: z.string().optional() }).strict(),
])

const requireOwnRegion = async (request: S3Request) => {
  const body = bodyOf(request)
  if (body.sizeBytes === 0) return
  const parsed = configurationSchema.safeParse(await readXmlBody(body, "CreateBucketConfiguration"))
  if (!parsed.success) throw new S3Error("MalformedXML")
  const region = parsed.data === "" ? undefined : parsed.data.LocationConstraint
  if (region && region !== request.store.region) throw new S3Error("IllegalLocationConstraintException")
}

export const createBucket = async (request: S3Request): Promise<void> => {
  const { res, store, target, headers } = request
  if (!nameRule.test(target.bucket)) throw new S3Error("InvalidBucketName")
  await requireOwnRegion(request)
  if (findBucket(store, target.bucket)) throw new S3Error("BucketAlreadyOwnedByYou")
  addBucket(store, target.bucket, headers.get("x-amz-bucket-object-lock-enabled")?.toLowerCase() === "true")
  sendEmpty(res, 200, { location: `/${target.bucket}` })
}

export const headBucket = async ({ res, store, target }: S3Request): Promise<void> => {
  getBucket(store, target.bucket)
  sendEmpty(res, 200, { "x-amz-bucket-region": store.region })
}
