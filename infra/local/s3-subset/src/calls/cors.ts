import { z } from "zod"
import { sendEmpty, sendXml } from "../answer"
import { receiveXml } from "../body/receive"
import { bodyOfCall, type Call } from "../call"
import { S3Error } from "../errors"
import { type CorsRule, getBucket, setCors } from "../store/buckets"

const texts = z.array(z.string()).default([])

const rulesSchema = z.object({
  CORSRule: z
    .array(
      z.object({
        AllowedOrigin: z.array(z.string().regex(/^[^*]*\*?[^*]*$/)).min(1),
        AllowedMethod: z.array(z.enum(["GET", "PUT", "POST", "HEAD", "DELETE"])).min(1),
        AllowedHeader: texts,
        ExposeHeader: texts,
        MaxAgeSeconds: z.coerce.number().int().nonnegative().optional(),
      }),
    )
    .min(1)
    .max(100),
})

export const putBucketCors = async (call: Call): Promise<void> => {
  const { name } = getBucket(call.store, call.target.bucket)
  const parsed = rulesSchema.safeParse(await receiveXml(bodyOfCall(call), "CORSConfiguration"))
  if (!parsed.success) throw new S3Error("MalformedXML")
  const rules = parsed.data.CORSRule.map(
    (rule): CorsRule => ({
      allowedOrigins: rule.AllowedOrigin,
      allowedMethods: rule.AllowedMethod,
      allowedHeaders: rule.AllowedHeader,
      exposeHeaders: rule.ExposeHeader,
      ...(rule.MaxAgeSeconds === undefined ? {} : { maxAgeSeconds: rule.MaxAgeSeconds }),
    }),
  )
  setCors(call.store, name, rules)
  sendEmpty(call.res, 200)
}

export const getBucketCors = async ({ res, store, target }: Call): Promise<void> => {
  const { cors } = getBucket(store, target.bucket)
  if (!cors) throw new S3Error("NoSuchCORSConfiguration")
  const CORSRule = cors.map((rule) => ({
    AllowedOrigin: rule.allowedOrigins,
    AllowedMethod: rule.allowedMethods,
    AllowedHeader: rule.allowedHeaders,
    ExposeHeader: rule.exposeHeaders,
    MaxAgeSeconds: rule.maxAgeSeconds,
  }))
  sendXml(res, 200, "CORSConfiguration", { CORSRule })
}
