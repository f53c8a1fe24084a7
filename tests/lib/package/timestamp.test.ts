import { spawnSync } from "node:child_process"
import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { checkBag } from "@/infra/local/commands/check-bag"
import { askTimestamp } from "@/lib/package/ask-timestamp"
import { certificatesIn, verifyTimestamp } from "@/lib/package/timestamp"
import { enforcementWorld } from "@/tests/support/case"
import { packedReferral } from "@/tests/support/package"
import { hasOpenssl, newAuthority, servedAuthority } from "@/tests/support/timestamp-authority"

const data = Buffer.from("data of a manifest")
afterEach(() => {
  vi.unstubAllEnvs()
})

const asking = async (roots: string, answer: (query: Uint8Array) => Uint8Array | undefined, what = data) => {
  const server = await servedAuthority(answer)
  vi.stubEnv("TIMESTAMP_AUTHORITY", server.url)
  vi.stubEnv("TIMESTAMP_ROOTS", roots)
  try {
    return await askTimestamp(what)
  } finally {
    server.close()
  }
}

it("is none where no authority is set", async () => {
  expect(await askTimestamp(data)).toBeUndefined()
})

describe.skipIf(!hasOpenssl)("a timestamp", () => {
  it.each([
    { key: "rsa", digest: "sha256" },
    { key: "rsa", digest: "sha512" },
    { key: "ec", digest: "sha256" },
    { key: "ec", digest: "sha512" },
  ] as const)("signed with %j is taken, and OpenSSL takes it too", async (kind) => {
    const { answer, roots, folder, run } = newAuthority(kind)
    const before = Date.now()
    const stamped = await asking(roots, answer)
    expect(stamped).toMatchObject({ authority: "O=Test, CN=signer", isRooted: true })
    expect(Math.abs(Date.parse(stamped?.at ?? "") - before)).toBeLessThan(60_000)
    await writeFile(join(folder, "data"), data)
    await writeFile(join(folder, "stamp.tsr"), stamped?.response ?? "")
    const told = run("ts", "-verify", "-data", "data", "-in", "stamp.tsr", "-CAfile", "root.pem")
    expect(String(told)).toContain("OK")
  })

  it("is none of an authority that nobody trusts", async () => {
    const own = newAuthority({ key: "ec", digest: "sha256" })
    const other = newAuthority({ key: "ec", digest: "sha256" })
    expect(await asking(other.roots, own.answer)).toBeUndefined()
    expect(await asking("", own.answer)).toBeUndefined()
  })

  it("is none where the answer is another's, of other bytes, torn, endless, or does not come", async () => {
    const { answer, roots } = newAuthority({ key: "ec", digest: "sha256" })
    const earlier = await asking(roots, answer)
    const again = earlier?.response
    expect(await asking(roots, () => again)).toBeUndefined()
    expect(await asking(roots, (query) => answer(query).subarray(0, 200))).toBeUndefined()
    expect(await asking(roots, () => Buffer.alloc(1_000_000))).toBeUndefined()
    expect(await asking(roots, () => undefined)).toBeUndefined()
    expect(() => verifyTimestamp(again ?? data, Buffer.from("other"), [])).toThrow("other bytes")
  })

  it("does not hold with any of its signed bytes changed", async () => {
    const { answer, roots } = newAuthority({ key: "ec", digest: "sha256" })
    const response = (await asking(roots, answer))?.response ?? Buffer.alloc(0)
    const trusted = certificatesIn(roots)
    expect(verifyTimestamp(response, data, trusted).isRooted).toBe(true)
    expect(verifyTimestamp(response, data, []).isRooted).toBe(false)
    let taken = 0
    for (let at = 0; at < response.length; at += 7) {
      const changed = Buffer.from(response)
      changed[at] = (changed[at] ?? 0) ^ 0x01
      try {
        const { at: when, authority } = verifyTimestamp(changed, data, trusted)
        // What is not signed may change: it says nothing of when, or by whom.
        expect([when, authority]).toEqual([verifyTimestamp(response, data, trusted).at, "O=Test, CN=signer"])
        taken += 1
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
      }
    }
    expect(taken).toBeLessThan(response.length / 7 / 5)
  })

  describe("of a package", () => {
    beforeAll(enforcementWorld)

    it("is over its manifest, and told in the package, on record and by the command that checks it", async () => {
      const { answer, roots } = newAuthority({ key: "rsa", digest: "sha256" })
      const server = await servedAuthority(answer)
      vi.stubEnv("TIMESTAMP_AUTHORITY", server.url)
      vi.stubEnv("TIMESTAMP_ROOTS", roots)
      const { bytes, found } = await packedReferral()
      server.close()
      const folder = await mkdtemp(join(tmpdir(), "stamped-"))
      const [path, rootsPath] = [join(folder, "package.zip"), join(folder, "roots.pem")]
      await writeFile(path, bytes)
      await writeFile(rootsPath, roots)
      const { faults, files } = await checkBag(path)
      expect(faults).toEqual([])
      const stamp = files.get("manifest-sha256.txt.tsr")?.bytes ?? Buffer.alloc(0)
      const manifest = files.get("manifest-sha256.txt")?.bytes ?? Buffer.alloc(0)
      const { at } = verifyTimestamp(stamp, manifest, certificatesIn(roots))
      expect(found?.timestamp).toEqual({ at, authority: "O=Test, CN=signer" })
      expect(String(files.get("bag-info.txt")?.bytes)).toContain(
        `Trusted-Timestamp: ${at}, O=Test, CN=signer`,
      )
      const command = ["--import", "tsx", "infra/local/commands/verify-package.ts", path]
      const verify = (...more: string[]) => spawnSync("node", [...command, ...more], { encoding: "utf8" })
      expect(verify("--timestamp-roots", rootsPath).stdout).toContain(
        `Stamped at ${at} by O=Test, CN=signer.\n`,
      )
      expect(verify().stdout).toContain("Whose it is was not verified")
      const stranger = join(folder, "stranger.pem")
      await writeFile(stranger, newAuthority({ key: "ec", digest: "sha256" }).roots)
      const { status, stdout } = verify("--timestamp-roots", stranger)
      expect([status, stdout]).toEqual([1, expect.stringContaining("of no authority that is trusted")])
    })
  })
})
