import { S3Client } from "@aws-sdk/client-s3"

export const s3 = new S3Client({
  region: process.env.AWS_REGION ?? "us-east-1",
  // No limit on the whole request: a file of 5 GB takes its time.
  requestHandler: { connectionTimeout: 1_000 },
})
