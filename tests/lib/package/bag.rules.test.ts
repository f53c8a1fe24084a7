import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { manifestOf, readPath, safeName, writtenPath } from "@/lib/package/bag"

describe("a path in a manifest", () => {
  it("comes back as it was, on one line, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (path) => {
        expect(writtenPath(path)).not.toMatch(/[\r\n]/)
        expect(readPath(writtenPath(path))).toBe(path)
      }),
    )
    expect(writtenPath("data/a%0D\r\n")).toBe("data/a%250D%0D%0A")
    expect(readPath("data/a%250D%0D%0A")).toBe("data/a%0D\r\n")
  })

  it("stands behind its digest and two blanks, as sha256sum reads it", () => {
    const digests = { sha256: "aa", sha512: "bb" }
    expect(manifestOf("sha512", [{ path: "data/1", sizeBytes: 1, digests }])).toBe("bb  data/1\n")
  })
})

describe("a file's name in a package", () => {
  it.each([
    ["../../etc/passwd", "etc_passwd"],
    ["/absolute.png", "absolute.png"],
    ["C:\\temp\\a.png", "C_temp_a.png"],
    ["a\r\nb%0A.txt", "a_b_0A.txt"],
    ["photo\u202Egnp.exe", "photo_gnp.exe"],
    ["截图 1.png", "截图_1.png"],
    ["...", "file"],
    ["", "file"],
  ])("of %j is %j", (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  it("leads nowhere, needs no quotes and is short, whatever was sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const safe = safeName(name)
        expect(safe).not.toMatch(/[\p{Cc}%/\\:*?"<>|\s]|^\.|\.\./u)
        expect(safe.length).toBeGreaterThan(0)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(120)
      }),
    )
  })
})
