import { S3Error } from "../errors"
import { type Authority, signingKey } from "./key"

export type Scope = { readonly day: string; readonly text: string; readonly key: Buffer }

/**
 * `accessKeyId/day/region/s3/aws4_request` to the key that signs for it.
 * @throws S3Error InvalidAccessKeyId, AuthorizationHeaderMalformed
 */
export const parseScope = (credential: string, authority: Authority): Scope => {
  const [accessKeyId, day = "", region = "", service, terminator, ...rest] = credential.split("/")
  const { accessKeyId: known, secretAccessKey } = authority.credentials
  if (accessKeyId !== known) throw new S3Error("InvalidAccessKeyId")
  if (region !== authority.region)
    throw new S3Error(
      "AuthorizationHeaderMalformed",
      `The region '${region}' is wrong; expecting '${authority.region}'.`,
    )
  if (service !== "s3" || terminator !== "aws4_request" || rest.length > 0)
    throw new S3Error("AuthorizationHeaderMalformed", "The credential must end in /s3/aws4_request.")
  return { day, text: `${day}/${region}/s3/aws4_request`, key: signingKey(secretAccessKey, day, region) }
}
