import type { Call } from "./call"
import { createBucket, headBucket } from "./calls/bucket"
import { completeUpload } from "./calls/complete-upload"
import { copyObject } from "./calls/copy-object"
import { getBucketCors, putBucketCors } from "./calls/cors"
import { deleteObject } from "./calls/delete-object"
import { listObjects } from "./calls/list-objects"
import { listUploads } from "./calls/list-uploads"
import { getLegalHold, getRetention, putLegalHold, putRetention } from "./calls/object-lock"
import { putObject } from "./calls/put-object"
import { getObject, headObject } from "./calls/read-object"
import { abortUpload, createUpload, listParts, uploadPart } from "./calls/upload-parts"
import { S3Error } from "./errors"

type Route = {
  readonly run: (call: Call) => Promise<void>
  /** Query parameters that make the call what it is. */
  readonly needs?: readonly string[]
  /** Query parameters that it understands beside them. */
  readonly takes?: readonly string[]
  /** It is this call only with, or without, a source to copy from. */
  readonly copies?: boolean
}

const overrides = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
].map((name) => `response-${name}`)

const listing = [
  "prefix",
  "delimiter",
  "max-keys",
  "continuation-token",
  "start-after",
  "encoding-type",
  "fetch-owner",
]

const listingOfUploads = ["prefix", "max-uploads", "key-marker", "upload-id-marker"]

/** Everything that this server does. What is not here answers 501. */
const routes: Readonly<Record<string, readonly Route[]>> = {
  "PUT bucket": [{ run: putBucketCors, needs: ["cors"] }, { run: createBucket }],
  "HEAD bucket": [{ run: headBucket }],
  "GET bucket": [
    { run: getBucketCors, needs: ["cors"] },
    { run: listUploads, needs: ["uploads"], takes: listingOfUploads },
    { run: listObjects, needs: ["list-type"], takes: listing },
  ],
  "PUT object": [
    { run: putRetention, needs: ["retention"], takes: ["versionId"] },
    { run: putLegalHold, needs: ["legal-hold"], takes: ["versionId"] },
    { run: uploadPart, needs: ["partNumber", "uploadId"], copies: false },
    { run: copyObject, copies: true },
    { run: putObject, copies: false },
  ],
  "GET object": [
    { run: getRetention, needs: ["retention"], takes: ["versionId"] },
    { run: getLegalHold, needs: ["legal-hold"], takes: ["versionId"] },
    { run: listParts, needs: ["uploadId"], takes: ["max-parts", "part-number-marker"] },
    { run: getObject, takes: ["versionId", ...overrides] },
  ],
  "HEAD object": [{ run: headObject, takes: ["versionId", ...overrides] }],
  "DELETE object": [
    { run: abortUpload, needs: ["uploadId"] },
    { run: deleteObject, takes: ["versionId"] },
  ],
  "POST object": [
    { run: createUpload, needs: ["uploads"] },
    { run: completeUpload, needs: ["uploadId"] },
  ],
}

const isProtocol = (name: string) => name === "x-id" || /^x-amz-/i.test(name)

/** @throws S3Error NotImplemented for every call that is not in the table */
export const routeOf = ({ req, target, headers }: Call): Route["run"] => {
  const level = target.key === "" ? "bucket" : "object"
  const names = [...target.query.keys()].filter((name) => !isProtocol(name))
  const copies = headers.has("x-amz-copy-source")
  const found = (target.bucket === "" ? [] : (routes[`${req.method} ${level}`] ?? [])).find(
    ({ needs = [], takes = [], copies: wanted }) =>
      (wanted ?? copies) === copies &&
      needs.every((name) => names.includes(name)) &&
      names.every((name) => needs.includes(name) || takes.includes(name)),
  )
  if (!found) throw new S3Error("NotImplemented")
  if (names.includes("list-type") && target.query.get("list-type") !== "2")
    throw new S3Error("NotImplemented")
  return found.run
}
