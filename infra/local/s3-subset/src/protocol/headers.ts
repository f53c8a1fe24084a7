/** Header names in lower case, and what a client sent under them. */
export type RequestHeaders = ReadonlyMap<string, string>

export type ResponseHeaders = Readonly<Record<string, string | number | undefined>>

/** The system-defined metadata of S3: an object keeps these headers and is served with them. */
export const systemHeaders = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
] as const
