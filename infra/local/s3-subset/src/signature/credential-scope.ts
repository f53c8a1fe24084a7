import { S3Error } from "../protocol/errors"
import { type AcceptedCredentials, signingKey } from "./signing-key"

export type CredentialScope = { readonly day: string; readonly text: string; readonly key: Buffer }

/**
 * `accessKeyId/day/region/s3/aws4_request` to the key that signs for it.
 * @throws S3Error InvalidAccessKeyId, AuthorizationHeaderMalformed
 */
export const parseCredentialScope = (credential: string, accepted: AcceptedCredentials): CredentialScope => {
  const [accessKeyId, day = "", region = "", service, terminator, ...rest] = credential.split("/")
  if (accessKeyId !== accepted.credentials.accessKeyId) throw new S3Error("InvalidAccessKeyId")
  if (region !== accepted.region)
    throw new S3Error(
      "AuthorizationHeaderMalformed",
      `The region '${region}' is wrong; expecting '${accepted.region}'.`,
    )
  if (service !== "s3" || terminator !== "aws4_request" || rest.length > 0)
    throw new S3Error("AuthorizationHeaderMalformed", "The credential must end in /s3/aws4_request.")
  const key = signingKey(accepted.credentials.secretAccessKey, day, region)
  return { day, text: `${day}/${region}/s3/aws4_request`, key }
}
