import { S3Error } from "../protocol/errors"
import { parseCredentialScope } from "./credential-scope"
import { type FormFields, parsePostPolicy, requirePolicy, type SizeRange } from "./post-policy"
import { type AcceptedCredentials, constantTimeEqual, hmac } from "./signing-key"

/**
 * Verifies a browser's form: the signature of its policy, and the policy itself.
 * @returns the sizes of file that it allows
 * @throws S3Error AccessDenied, InvalidArgument, SignatureDoesNotMatch, InvalidPolicyDocument, and those of the scope
 */
export const verifyForm = (
  bucket: string,
  fields: FormFields,
  accepted: AcceptedCredentials,
  now = Date.now(),
): SizeRange => {
  const [encoded, credential, signature] = ["policy", "x-amz-credential", "x-amz-signature"].map((name) =>
    fields.get(name),
  )
  if (!encoded || !credential || !signature) throw new S3Error("AccessDenied")
  if (fields.get("x-amz-algorithm") !== "AWS4-HMAC-SHA256")
    throw new S3Error("InvalidArgument", "x-amz-algorithm must be AWS4-HMAC-SHA256")
  const { key } = parseCredentialScope(credential, accepted)
  if (!constantTimeEqual(hmac(key, encoded).toString("hex"), signature))
    throw new S3Error("SignatureDoesNotMatch")
  return requirePolicy(parsePostPolicy(encoded), bucket, fields, now)
}
