import type { S3Request } from "./http/request"
import { abortMultipartUpload } from "./operations/abort-multipart-upload"
import { createBucket, headBucket } from "./operations/bucket"
import { getBucketCors, putBucketCors } from "./operations/bucket-cors"
import { completeMultipartUpload } from "./operations/complete-multipart-upload"
import { copyObject } from "./operations/copy-object"
import { createMultipartUpload } from "./operations/create-multipart-upload"
import { deleteObject } from "./operations/delete-object"
import { getObject, headObject, overrideParameter } from "./operations/get-object"
import { listMultipartUploads } from "./operations/list-multipart-uploads"
import { listObjects } from "./operations/list-objects"
import { listParts } from "./operations/list-parts"
import { putObject } from "./operations/put-object"
import { putObjectRetention } from "./operations/put-object-retention"
import { uploadPart } from "./operations/upload-part"
import { S3Error } from "./protocol/errors"
import { systemHeaders } from "./protocol/headers"

type Operation = (request: S3Request) => Promise<void>

type Route = {
  readonly operation: Operation
  /** Query parameters that make the request this operation. */
  readonly needs?: readonly string[]
  /** Query parameters that the operation understands beside them. */
  readonly takes?: readonly string[]
  /** Whether the request names a source to copy from; where absent, it must not. */
  readonly copies?: true
}

const readParameters = ["versionId", ...systemHeaders.map(overrideParameter)]

/** Everything that this server does, but for the browser's form. What is not here answers 501. */
const routes: Readonly<Record<string, readonly Route[]>> = {
  "PUT bucket": [{ operation: putBucketCors, needs: ["cors"] }, { operation: createBucket }],
  "HEAD bucket": [{ operation: headBucket }],
  "GET bucket": [
    { operation: getBucketCors, needs: ["cors"] },
    {
      operation: listMultipartUploads,
      needs: ["uploads"],
      takes: ["prefix", "max-uploads", "key-marker", "upload-id-marker"],
    },
    { operation: listObjects, needs: ["list-type"], takes: ["prefix", "max-keys", "continuation-token"] },
  ],
  "PUT object": [
    { operation: putObjectRetention, needs: ["retention"], takes: ["versionId"] },
    { operation: uploadPart, needs: ["partNumber", "uploadId"] },
    { operation: copyObject, copies: true },
    { operation: putObject },
  ],
  "GET object": [
    { operation: listParts, needs: ["uploadId"], takes: ["max-parts", "part-number-marker"] },
    { operation: getObject, takes: readParameters },
  ],
  "HEAD object": [{ operation: headObject, takes: readParameters }],
  "DELETE object": [
    { operation: abortMultipartUpload, needs: ["uploadId"] },
    { operation: deleteObject, takes: ["versionId"] },
  ],
  "POST object": [
    { operation: createMultipartUpload, needs: ["uploads"] },
    { operation: completeMultipartUpload, needs: ["uploadId"] },
  ],
}

const isProtocolParameter = (name: string) => name === "x-id" || /^x-amz-/i.test(name)

/** @throws S3Error NotImplemented for every request that is not in the table */
export const operationOf = ({ req, target, headers }: S3Request): Operation => {
  const level = target.key === "" ? "bucket" : "object"
  const candidates = target.bucket === "" ? [] : (routes[`${req.method} ${level}`] ?? [])
  const names = [...target.query.keys()].filter((name) => !isProtocolParameter(name))
  const copies = headers.has("x-amz-copy-source")
  const found = candidates.find(
    ({ needs = [], takes = [], copies: expected = false }) =>
      expected === copies &&
      needs.every((name) => names.includes(name)) &&
      names.every((name) => needs.includes(name) || takes.includes(name)),
  )
  if (!found || (target.query.get("list-type") ?? "2") !== "2") throw new S3Error("NotImplemented")
  return found.operation
}
