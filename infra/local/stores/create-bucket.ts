import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  PutBucketCorsCommand,
  S3Client,
} from "@aws-sdk/client-s3"

/** The evidence bucket as `infra/storage.ts` makes it: under Object Lock, uploads from the site's own pages. */
export const createBucket = async (bucket: string, siteUrl: string) => {
  const client = new S3Client({})
  try {
    await client
      .send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: true }))
      .catch((error: unknown) => {
        if (!(error instanceof BucketAlreadyOwnedByYou)) throw error
      })
    await client.send(
      new PutBucketCorsCommand({
        Bucket: bucket,
        CORSConfiguration: {
          CORSRules: [
            {
              AllowedOrigins: [siteUrl],
              AllowedMethods: ["POST", "PUT"],
              AllowedHeaders: ["*"],
              ExposeHeaders: ["ETag"],
              MaxAgeSeconds: 3600,
            },
          ],
        },
      }),
    )
  } finally {
    client.destroy()
  }
}
