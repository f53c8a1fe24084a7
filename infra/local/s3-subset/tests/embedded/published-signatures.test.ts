import { describe, expect, it } from "vitest"
import { decodeAwsChunked } from "../../src/body/aws-chunked"
import { chunkVerifier } from "../../src/body/chunk-verifier"
import { parseRequestTarget } from "../../src/protocol/request-target"
import { signingKey } from "../../src/signature/signing-key"
import { verifyRequest } from "../../src/signature/verify-request"

/** The examples of AWS's own documentation of Signature Version 4 for S3, with its example key. */
const accepted = {
  region: "us-east-1",
  credentials: {
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  },
}
const date = "20130524T000000Z"
const now = Date.parse("2013-05-24T00:00:00Z")
const host = "examplebucket.s3.amazonaws.com"
const scope = "20130524/us-east-1/s3/aws4_request"
const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

describe("the published example of", () => {
  it("a signed header holds, and not for another range", () => {
    const signature = "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    const headers = {
      host,
      range: "bytes=0-9",
      "x-amz-content-sha256": empty,
      "x-amz-date": date,
      authorization: `AWS4-HMAC-SHA256 Credential=${accepted.credentials.accessKeyId}/${scope}, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=${signature}`,
    }
    const verify = (range: string) =>
      verifyRequest(
        { method: "GET", target: parseRequestTarget("/test.txt"), headers: { ...headers, range } },
        accepted,
        now,
      )
    expect(verify("bytes=0-9")).toMatchObject({ signature, presigned: false })
    expect(() => verify("bytes=0-99")).toThrow(expect.objectContaining({ code: "SignatureDoesNotMatch" }))
  })

  it("a presigned URL holds until it expires", () => {
    const credential = encodeURIComponent(`${accepted.credentials.accessKeyId}/${scope}`)
    const signature = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
    const query = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}&X-Amz-Date=${date}&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=${signature}`
    const verify = (at: number) =>
      verifyRequest(
        { method: "GET", target: parseRequestTarget(`/test.txt?${query}`), headers: { host } },
        accepted,
        at,
      )
    expect(verify(now)).toMatchObject({ payloadHash: "UNSIGNED-PAYLOAD", presigned: true })
    expect(verify(now + 86_400_000)).toMatchObject({ presigned: true })
    expect(() => verify(now + 86_400_001)).toThrow("Request has expired")
  })

  it("a body signed chunk by chunk holds", async () => {
    const chunks: readonly (readonly [size: number, signature: string])[] = [
      [65_536, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648"],
      [1_024, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497"],
      [0, "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"],
    ]
    const framed = chunks
      .map(
        ([size, signature]) => `${size.toString(16)};chunk-signature=${signature}\r\n${"a".repeat(size)}\r\n`,
      )
      .join("")
    const verifier = chunkVerifier({
      scope: {
        day: "20130524",
        text: scope,
        key: signingKey(accepted.credentials.secretAccessKey, "20130524", "us-east-1"),
      },
      date,
      signature: "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
    })
    async function* inPieces() {
      for (let at = 0; at < framed.length; at += 1_000) yield Buffer.from(framed.slice(at, at + 1_000))
    }
    let sizeBytes = 0
    for await (const piece of decodeAwsChunked(inPieces(), new Map(), verifier)) sizeBytes += piece.length
    expect(sizeBytes).toBe(66_560)
  })
})
