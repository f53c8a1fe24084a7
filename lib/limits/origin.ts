import ipaddr from "ipaddr.js"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { keyedBytes, keyedHash } from "@/lib/kernel/crypto"

/** As `originOf` makes it. */
export const Origin = z.string().regex(/^[0-9a-f]{32}$/)

/**
 * What stands for a network address, the only trace of it: a hash under a key of the day. Tomorrow's differs, so no
 * count and no list can join two days. Of IPv6 the first 64 bits count, since one household holds all the others.
 */
export const originOf = (address: string | undefined, now: string): string => {
  const day = keyedBytes(setting("RECEIPT_KEY"), "origin-of-day", now.slice(0, 10))
  return keyedHash(day, networkOf(address?.trim() ?? "")).slice(0, 32)
}

/** All that is no address is one origin together: who hides it gains no allowance. */
const networkOf = (address: string) => {
  if (!ipaddr.isValid(address)) return "unknown"
  const known = ipaddr.process(address)
  return known instanceof ipaddr.IPv6 ? known.parts.slice(0, 4).join(":") : known.toString()
}
