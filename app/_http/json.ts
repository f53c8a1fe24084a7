/**
 * Reads JSON. A name that comes twice counts once, the last time, as everywhere.
 * @throws {SyntaxError}
 */
export const parseJson = (text: string): unknown => JSON.parse(text)
