import { z } from "zod"
import { readXmlBody } from "../body/store-body"
import { bodyOf, type S3Request } from "../http/request"
import { sendEmpty, sendXml } from "../http/response"
import { S3Error } from "../protocol/errors"
import { type CorsRule, getBucket, setCors } from "../store/buckets"

/** With one `*` at most. What a rule holds is sent back in headers, so it has to be fit for one. */
const origin = z.string().regex(/^[!-)+-~]*\*?[!-)+-~]*$/)
const headerPattern = z.string().regex(/^[\w!#$%&'+.^`|~-]*\*?[\w!#$%&'+.^`|~-]*$/)
const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/)
const seconds = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

const configurationSchema = z.object({
  CORSRule: z
    .array(
      z.object({
        AllowedOrigin: z.array(origin).min(1),
        AllowedMethod: z.array(z.enum(["GET", "PUT", "POST", "HEAD", "DELETE"])).min(1),
        AllowedHeader: z.array(headerPattern).default([]),
        ExposeHeader: z.array(headerName).default([]),
        MaxAgeSeconds: seconds.optional(),
      }),
    )
    .min(1)
    .max(100),
})

/** @throws S3Error MalformedXML */
export const parseCorsConfiguration = (document: unknown): CorsRule[] => {
  const parsed = configurationSchema.safeParse(document)
  if (!parsed.success) throw new S3Error("MalformedXML")
  return parsed.data.CORSRule.map(
    (rule): CorsRule => ({
      allowedOrigins: rule.AllowedOrigin,
      allowedMethods: rule.AllowedMethod,
      allowedHeaders: rule.AllowedHeader,
      exposeHeaders: rule.ExposeHeader,
      ...(rule.MaxAgeSeconds === undefined ? {} : { maxAgeSeconds: rule.MaxAgeSeconds }),
    }),
  )
}

export const putBucketCors = async (request: S3Request): Promise<void> => {
  const { name } = getBucket(request.store, request.target.bucket)
  const rules = parseCorsConfiguration(await readXmlBody(bodyOf(request), "CORSConfiguration"))
  setCors(request.store, name, rules)
  sendEmpty(request.res, 200)
}

export const getBucketCors = async ({ res, store, target }: S3Request): Promise<void> => {
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
