import { describe, expect, it } from "vitest"
import { locales } from "@/app/_words"
import { recorded } from "@/app/_words/en/recorded"
import { recordedText } from "@/app/_words/recorded-text"
import { AuditEvent } from "@/lib/audit/event"

type Schema = { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } }

/** Every name under which a schema holds something, however deep; what somebody chooses as a name is none. */
const namesIn = (schema: unknown): string[] => {
  const { def } = (schema as Schema)._zod
  if (def.type === "object")
    return Object.entries(def.shape as object).flatMap(([name, one]) => [name, ...namesIn(one)])
  if (def.type === "array") return namesIn(def.element)
  if (def.type === "record") return namesIn(def.valueType)
  if (def.type === "union") return (def.options as unknown[]).flatMap(namesIn)
  if (def.type === "pipe") return [...namesIn(def.in), ...namesIn(def.out)]
  return def.innerType ? namesIn(def.innerType) : []
}

const names = [...new Set(AuditEvent.options.flatMap(({ shape }) => namesIn(shape.data)))]

describe("what events record", () => {
  it("has words for each name, and for no other", () => {
    expect(names.length).toBeGreaterThan(100)
    expect(Object.keys(recorded).toSorted()).toEqual(names.toSorted())
  })

  it.each(locales)("is told in words, with what somebody chose as it is (%s)", (locale) => {
    expect(recordedText(locale, "contact.email")).toBe(
      locale === "zh" ? "联系方式：电子邮箱" : "Contact: E-mail",
    )
    expect(recordedText(locale, "to.no-such-name")).toBe(
      locale === "zh" ? "改为：no-such-name" : "To: no-such-name",
    )
  })
})
