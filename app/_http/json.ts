const wellFormed = (key: string, value: unknown): unknown => {
  if (key.isWellFormed() && (typeof value !== "string" || value.isWellFormed())) return value
  throw new SyntaxError("JSON holds half of a surrogate pair")
}

/**
 * Reads I-JSON (RFC 7493). JSON can write half of a surrogate pair, which the stores refuse and nobody can hash.
 * @throws {SyntaxError}
 */
export const parseJson = (text: string): unknown => JSON.parse(text, wellFormed)
