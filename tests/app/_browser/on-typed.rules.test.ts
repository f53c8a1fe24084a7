import { expect, it, vi } from "vitest"
import { onTyped } from "@/app/_browser/on-typed"

it("waits for a word that an input method composes", () => {
  const [field, act] = [new EventTarget(), vi.fn()]
  onTyped(field, act)
  const input = (isComposing: boolean) =>
    field.dispatchEvent(Object.assign(new Event("input"), { isComposing }))
  input(true)
  input(true)
  expect(act).not.toHaveBeenCalled()
  field.dispatchEvent(new Event("compositionend"))
  expect(act).toHaveBeenCalledTimes(1)
  input(false)
  expect(act).toHaveBeenCalledTimes(2)
})
