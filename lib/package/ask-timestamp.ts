import { createHash, randomBytes } from "node:crypto"
import { AsnConvert, OctetString } from "@peculiar/asn1-schema"
import { MessageImprint, TimeStampReq } from "@peculiar/asn1-tsp"
import { AlgorithmIdentifier } from "@peculiar/asn1-x509"
import { setting } from "@/lib/kernel/config"
import { log } from "@/lib/kernel/log"
import { retry } from "@/lib/kernel/retry"
import { certificatesIn, idSha256, type Timestamp, verifyTimestamp } from "./timestamp"

const answerSecondsMax = 10
const answerBytesMax = 100_000

export type Stamped = Timestamp & {
  /** The authority's answer, DER: what `openssl ts -verify` reads. */
  readonly response: Buffer
}

/**
 * Asks the timestamp authority of the settings to stamp some bytes, and verifies what it answers. A package does not wait
 * for it: where it is silent, or answers with something that does not hold, the package says that it has no timestamp.
 * @returns undefined where no authority is set, or none could be had
 */
export const askTimestamp = async (data: Uint8Array): Promise<Stamped | undefined> => {
  const authority = setting("TIMESTAMP_AUTHORITY")
  if (!authority) return undefined
  try {
    // One that is silent is not waited for again: other packages wait behind this one.
    return await retry(
      () => ask(authority, data),
      (error) => !(error instanceof Error && error.name === "TimeoutError"),
    )
  } catch (error) {
    log.error({ error: String(error) }, "no timestamp")
    return undefined
  }
}

const ask = async (authority: string, data: Uint8Array): Promise<Stamped> => {
  const nonce = randomBytes(16)
  // A positive number, of the same length in DER.
  nonce[0] = 0x40 | ((nonce[0] ?? 0) & 0x3f)
  const request = new TimeStampReq({
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: idSha256, parameters: null }),
      hashedMessage: new OctetString(createHash("sha256").update(data).digest()),
    }),
    nonce: new Uint8Array(nonce).buffer,
    certReq: true,
  })
  const answer = await fetch(authority, {
    method: "POST",
    headers: { "content-type": "application/timestamp-query" },
    body: AsnConvert.serialize(request),
    redirect: "error",
    signal: AbortSignal.timeout(answerSecondsMax * 1000),
  })
  if (!answer.ok) throw new Error(`the timestamp authority answered ${answer.status}`)
  const response = await bodyOf(answer)
  const roots = certificatesIn(setting("TIMESTAMP_ROOTS"))
  if (roots.length === 0) throw new Error("TIMESTAMP_ROOTS holds no certificate")
  return { ...verifyTimestamp(response, data, roots, nonce), response }
}

const bodyOf = async ({ body }: Response): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > answerBytesMax) throw new Error("the timestamp authority's answer has no end")
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
