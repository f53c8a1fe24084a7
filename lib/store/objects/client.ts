import { S3Client } from "@aws-sdk/client-s3"
import { setting } from "@/lib/kernel/config"

export const s3 = new S3Client({
  region: process.env.AWS_REGION ?? "us-east-1",
  // No limit on the whole request: a file of 5 GB takes its time.
  requestHandler: { connectionTimeout: 1_000 },
})

/** The evidence bucket, as every request names it. */
export const inBucket = () => ({ Bucket: setting("EVIDENCE_BUCKET") })

export const objectAt = (key: string) => ({ ...inBucket(), Key: key })
