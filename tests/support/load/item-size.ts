const bytesOf = (text: string) => Buffer.byteLength(text)

/** An item's size by DynamoDB's rules, to within some bytes a number: names and values, three bytes a list or a map. */
const sizeOf = (value: unknown): number => {
  if (typeof value === "string") return bytesOf(value)
  if (typeof value === "number") return Math.ceil(String(value).length / 2) + 1
  if (Array.isArray(value)) return value.reduce((sum, inner) => sum + 1 + sizeOf(inner), 3)
  if (typeof value !== "object" || value === null) return 1
  return Object.entries(value).reduce((sum, [name, inner]) => sum + bytesOf(name) + 1 + sizeOf(inner), 3)
}

/** Units of writing one item: one for each started 1,024 bytes. */
export const unitsOf = (item: object) => Math.max(1, Math.ceil(sizeOf(item) / 1_024))
