import ipaddr from "ipaddr.js"

/** All that is handed out to networks of the internet lies in here; what translates or embeds IPv4 lies outside. */
const globalIpv6 = ipaddr.parseCIDR("2000::/3") as [ipaddr.IPv6, number]

/**
 * Whether an IP address belongs to a machine on the internet: not to this machine, its network, the cloud's metadata
 * or any range that is reserved. An IPv4 address that an IPv6 one stands for is judged itself.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false
  const known = ipaddr.process(address)
  return known.range() === "unicast" && (known instanceof ipaddr.IPv4 || known.match(globalIpv6))
}

export const isLoopbackAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback"
