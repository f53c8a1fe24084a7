import { createHash, timingSafeEqual, verify, X509Certificate } from "node:crypto"
import { Attribute, id_signedData, SignedData, type SignerInfo } from "@peculiar/asn1-cms"
import { AsnArray, AsnParser, AsnSerializer, AsnType, AsnTypeTypes, OctetString } from "@peculiar/asn1-schema"
import { id_ct_tstInfo, PKIStatus, TimeStampResp, TSTInfo } from "@peculiar/asn1-tsp"
import {
  type Certificate,
  ExtendedKeyUsage,
  id_ce_extKeyUsage,
  id_kp_timeStamping,
} from "@peculiar/asn1-x509"

/** That a timestamp authority saw some bytes at a time (RFC 3161). */
export type Timestamp = {
  /** ISO time, the authority's own. */
  readonly at: string
  /** The subject of the authority's certificate, on one line. */
  readonly authority: string
  readonly isRooted: boolean
}

export const idSha256 = "2.16.840.1.101.3.4.2.1"

const digestNames: Readonly<Record<string, string>> = {
  [idSha256]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
}
const idMessageDigest = "1.2.840.113549.1.9.4"

/**
 * Reads and verifies an authority's answer: that it is of these bytes, and signed by a certificate for timestamps that
 * comes with it.
 * @param response a `TimeStampResp`, DER
 * @param roots certificates at one of which the authority's chain must end; without any, the chain is not looked at
 * @param nonce what the request named; undefined where the request is not known
 * @throws {Error} saying what is wrong
 */
export const verifyTimestamp = (
  response: Uint8Array,
  data: Uint8Array,
  roots: readonly X509Certificate[],
  nonce?: Uint8Array,
): Timestamp => {
  const { status, timeStampToken } = AsnParser.parse(response, TimeStampResp)
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods)
    throw new Error(`the timestamp authority refused: status ${status.status}`)
  if (timeStampToken?.contentType !== id_signedData) throw new Error("no signed timestamp")
  const signed = AsnParser.parse(timeStampToken.content, SignedData)
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== id_ct_tstInfo || !eContent?.single) throw new Error("no timestamp")
  const content = Buffer.from(eContent.single.buffer)
  const { messageImprint, genTime, nonce: answered } = AsnParser.parse(content, TSTInfo)
  const imprint = digestOf(messageImprint.hashAlgorithm.algorithm, data)
  if (!isSame(imprint, messageImprint.hashedMessage.buffer)) throw new Error("a timestamp of other bytes")
  if (nonce && (!answered || !isSameNumber(nonce, new Uint8Array(answered))))
    throw new Error("another's nonce")
  const certificates = (signed.certificates ?? []).flatMap(({ certificate }) => certificate ?? [])
  const [signer] = signed.signerInfos
  const signing =
    signer && certificates.find((one) => isForTimestamps(one) && isSignedBy(signer, content, one))
  if (!signing) throw new Error("not signed by a certificate for timestamps")
  const own = toX509(signing)
  const isRooted = isIssuedBelow(own, certificates.map(toX509), roots, genTime)
  if (roots.length > 0 && !isRooted) throw new Error("of no authority that is trusted")
  return { at: genTime.toISOString(), authority: own.subject.replaceAll("\n", ", "), isRooted }
}

const digestOf = (oid: string, data: Uint8Array) => {
  const name = digestNames[oid]
  if (!name) throw new Error(`unknown digest ${oid}`)
  return createHash(name).update(data).digest()
}

const isSame = (a: Uint8Array, b: ArrayBuffer) => {
  const other = Buffer.from(b)
  return a.length === other.length && timingSafeEqual(a, other)
}

/** As numbers: DER drops and adds zeros in front. */
const isSameNumber = (a: Uint8Array, b: Uint8Array) =>
  BigInt(`0x${Buffer.from(a).toString("hex")}`) === BigInt(`0x${Buffer.from(b).toString("hex")}`)

const toX509 = (certificate: Certificate) =>
  new X509Certificate(Buffer.from(AsnSerializer.serialize(certificate)))

const isForTimestamps = ({ tbsCertificate }: Certificate): boolean => {
  const usage = tbsCertificate.extensions?.find(({ extnID }) => extnID === id_ce_extKeyUsage)
  if (!usage?.critical) return false
  const purposes = [...AsnParser.parse(usage.extnValue, ExtendedKeyUsage)]
  return purposes.length === 1 && purposes[0] === id_kp_timeStamping
}

/** They are signed as a SET, though they stand in the message under another tag. */
class SignedAttributes extends AsnArray<Attribute> {}
AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })(SignedAttributes)

const isSignedBy = (signer: SignerInfo, content: Uint8Array, certificate: Certificate): boolean => {
  const { signedAttrs = [], digestAlgorithm, signature } = signer
  const digest = signedAttrs.find(({ attrType }) => attrType === idMessageDigest)?.attrValues[0]
  const name = digestNames[digestAlgorithm.algorithm]
  if (!digest || !name) return false
  const said = AsnParser.parse(digest, OctetString)
  if (!isSame(createHash(name).update(content).digest(), said.buffer)) return false
  const attributes = Buffer.from(AsnSerializer.serialize(new SignedAttributes(signedAttrs)))
  return verify(name, attributes, toX509(certificate).publicKey, Buffer.from(signature.buffer))
}

const chainMax = 6

/** Whether a certificate was issued, by way of those that came with it, by one of the roots, all of them in force then. */
const isIssuedBelow = (
  own: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
): boolean => {
  const isInForce = ({ validFrom, validTo }: X509Certificate) =>
    new Date(validFrom) <= at && at <= new Date(validTo)
  const isIssuer = (issuer: X509Certificate, of: X509Certificate) =>
    issuer.ca && of.checkIssued(issuer) && of.verify(issuer.publicKey)
  let current = own
  for (let depth = 0; depth < chainMax; depth++) {
    const last = current
    if (!isInForce(last)) return false
    if (roots.some((root) => isInForce(root) && isIssuer(root, last))) return true
    const next = others.find((one) => one.fingerprint256 !== last.fingerprint256 && isIssuer(one, last))
    if (!next) return false
    current = next
  }
  return false
}

/** The certificates of a PEM file. */
export const certificatesIn = (pem: string): X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (one) => new X509Certificate(one),
  )
