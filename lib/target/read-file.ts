import { base32 } from "@scure/base"
import type { Target, TargetRule } from "./target"

/** What is found by the hash of its bytes, on a network without hosts. */
const file = (text: string, site: string): Target => ({ kind: "file", text, site })

const hexOf = (hash: string) =>
  hash.length === 32 ? Buffer.from(base32.decode(hash.toUpperCase())).toString("hex") : hash.toLowerCase()

/** A file by the hash that BitTorrent knows it by, in hex or base 32. */
export const readInfoHash = (hash: string): Target => {
  const hex = hexOf(hash)
  return file(`magnet:?xt=urn:btih:${hex}`, `btih:${hex}`)
}

export const readMagnet = (link: string): Target | TargetRule => {
  const v1 = /urn:btih:([0-9a-f]{40}|[a-z2-7]{32})(?![0-9a-z])/i.exec(link)?.[1]
  if (v1) return readInfoHash(v1)
  const v2 = /urn:btmh:1220([0-9a-f]{64})/i.exec(link)?.[1]?.toLowerCase()
  if (v2) return file(`magnet:?xt=urn:btmh:1220${v2}`, `btmh:${v2}`)
  const ed2k = /urn:(?:ed2k|ed2khash):([0-9a-f]{32})/i.exec(link)?.[1]
  return ed2k ? readEd2kHash(ed2k) : "url-broken"
}

const readEd2kHash = (hash: string) =>
  file(`magnet:?xt=urn:ed2k:${hash.toLowerCase()}`, `ed2k:${hash.toLowerCase()}`)

export const readEd2k = (link: string): Target | TargetRule => {
  const hash = /^ed2k:\/\/\|file\|[^|]*\|\d+\|([0-9a-f]{32})(?:\||$)/i.exec(link)?.[1]
  return hash ? readEd2kHash(hash) : "url-broken"
}

const text = (bytes: Uint8Array) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("gb18030").decode(bytes)
  }
}

/** The link inside one that a download program has wrapped in base 64; undefined where there is none. */
export const unwrapped = (link: string): string | undefined => {
  const [, scheme = "", wrapped = ""] = /^(thunder|qqdl|flashget):\/\/([\w+/=-]+)/i.exec(link) ?? []
  const inner = text(Buffer.from(wrapped.replace(/&.*$/, ""), "base64"))
  const bare =
    scheme.toLowerCase() === "thunder"
      ? /^AA(.*)ZZ$/s.exec(inner)?.[1]
      : inner.replaceAll(/\[FLASHGET\]/gi, "")
  return bare && /^[a-z][a-z0-9]*:/i.test(bare) ? bare : undefined
}
