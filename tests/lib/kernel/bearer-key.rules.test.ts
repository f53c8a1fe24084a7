import fc from "fast-check"
import { expect, it } from "vitest"
import { isRightKey, keyPartsOf, newBearerKey } from "@/lib/kernel/bearer-key"

it("a new key is read as what it was made of, also with spaces around it", () => {
  for (let n = 0; n < 200; n++) {
    const { keyId, key, secretHash } = newBearerKey("holder-key")
    const read = keyPartsOf(` ${key}\n`)
    expect(read.keyId).toBe(keyId)
    expect(isRightKey("holder-key", read, secretHash)).toBe(true)
  }
})

it("a key of one kind is none of the other", () => {
  const { key, secretHash } = newBearerKey("holder-key")
  expect(isRightKey("agency-key", keyPartsOf(key), secretHash)).toBe(false)
  expect(isRightKey("holder-key", keyPartsOf(key))).toBe(false)
})

it("any other text is the key of nobody", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `key_${text}`),
      ),
      (text) => {
        expect(keyPartsOf(text)).toEqual({ keyId: "key_none", secret: "" })
      },
    ),
  )
})
