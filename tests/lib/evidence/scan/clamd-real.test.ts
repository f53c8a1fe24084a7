import { randomBytes } from "node:crypto"
import { Readable } from "node:stream"
import { deflateRawSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { askClamd } from "@/lib/evidence/scan/clamd"
import { type Clamd, clamdPath, startClamd } from "@/tests/support/clamd"
import { eicar } from "@/tests/support/files/eicar"
import { zipOf } from "@/tests/support/files/zip"

let clamd: Clamd
const ask = (bytes: Buffer) => askClamd({ path: clamd.path }, () => Readable.from([bytes]))
const found = { verdict: "infected", threat: expect.stringContaining("Eicar-Test") }

describe.skipIf(!clamdPath)("a real clamd (skipped where none is installed)", () => {
  beforeAll(async () => {
    clamd = await startClamd("2M")
  })
  afterAll(() => clamd.close())

  it("finds EICAR by itself, deep in a larger file, and packed in an archive", async () => {
    expect(await ask(eicar)).toEqual(found)
    expect(await ask(Buffer.concat([randomBytes(900_000), eicar, randomBytes(900_000)]))).toEqual(found)
    expect(await ask(zipOf("letter.txt", eicar, deflateRawSync))).toEqual(found)
  })

  it("calls what is harmless clean", async () => {
    expect(await ask(Buffer.from("plain words\n"))).toEqual({ verdict: "clean" })
    expect(await ask(randomBytes(1_500_000))).toEqual({ verdict: "clean" })
  })

  it("cannot scan what is larger than it takes, and says so each time", async () => {
    for (let times = 0; times < 5; times++)
      expect(await ask(randomBytes(4_000_000))).toEqual({ verdict: "unscannable" })
  })
})
