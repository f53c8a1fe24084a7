import fc from "fast-check"
import { expect, it } from "vitest"
import { hashOfSecret, newKey, readKey } from "@/lib/right-holder/key"

it("a new key is read as what it was made of, also with spaces around it", () => {
  for (let n = 0; n < 200; n++) {
    const { keyId, key, secretHash } = newKey()
    const read = readKey(` ${key}\n`)
    expect(read?.keyId).toBe(keyId)
    expect(hashOfSecret(keyId, read?.secret ?? "")).toBe(secretHash)
  }
})

it("any other text is no key", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `key_${text}`),
      ),
      (text) => {
        expect(readKey(text)).toBeUndefined()
      },
    ),
  )
})
