import { createHash, randomBytes } from "node:crypto"
import { Readable } from "node:stream"
import { type Bench, megabytes, number, ratio } from "@/tests/support/bench/bench"
import { ownPortal } from "@/tests/support/portal/own-portal"

const megabyte = 1024 ** 2
const fileMegabytes = 128
const sizes = [fileMegabytes, 16 * fileMegabytes]

/** The most memory that this process held while something ran, beyond what it held before. */
const heldDuring = async (work: () => Promise<unknown>) => {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  await work()
  clearInterval(timer)
  return { seconds: (performance.now() - start) / 1000, bytes: most - before }
}

const original = "bench/original"

/** Of the portal that was started before: what imports the store reaches it. */
const tools = async () => {
  const { bagStream } = await import("@/lib/package/write-bag")
  const { getObject } = await import("@/lib/store/objects/read")
  const { storeStream } = await import("@/lib/store/objects/store-stream")
  return {
    keep: (stream: Readable) => storeStream(original, stream),
    packOf: (count: number) =>
      storeStream(
        `bench/package-${count}.zip`,
        bagStream({
          name: "bench",
          info: [],
          members: Array.from({ length: count }, (_, at) => ({
            path: `data/originals/${at}`,
            open: async () => (await getObject(original)).body,
          })),
          sealedBy: async () => ({ info: [], files: {} }),
        }),
      ),
    /** What every package costs at least: its bytes read from the store, and hashed as often as a package is. */
    readAndHash: async (count: number) => {
      for (let at = 0; at < count; at++) {
        const hashes = ["sha256", "sha512", "sha256", "sha256"].map((name) => createHash(name))
        for await (const chunk of (await getObject(original)).body)
          for (const hash of hashes) hash.update(chunk)
      }
    },
  }
}

export const bench: Bench = async (show) => {
  const { stop } = await ownPortal("bench-package")
  const block = randomBytes(megabyte)
  const { keep, packOf, readAndHash } = await tools()
  await keep(Readable.from(Array.from({ length: fileMegabytes }, () => block)))
  await packOf(1)
  const rows = []
  let small = 0
  for (const size of sizes) {
    const count = size / fileMegabytes
    const packed = await heldDuring(() => packOf(count))
    const bare = await heldDuring(() => readAndHash(count))
    small ||= packed.bytes
    rows.push({
      "package of MB": number(size),
      "MB/s": number(size / packed.seconds),
      "of reading and hashing alone": ratio(bare.seconds, packed.seconds),
      "memory MB": megabytes(packed.bytes),
      "memory ratio": ratio(packed.bytes, small),
    })
  }
  show({
    title: "Evidence package: read from the store, packed, and put back as a bag",
    rows,
    note: "The store runs on the same cores. The baseline of memory is the small package.",
  })
  await stop()
}
