/** Beyond this the whole file would have to lie in memory: the store then checks the size alone. */
const hashedBytesMax = 64 * 1024 ** 2

/** The SHA-256 in hex, where a browser can tell it at bearable cost. */
export const hashOf = async (file: File): Promise<string | undefined> => {
  if (file.size > hashedBytesMax || !globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
