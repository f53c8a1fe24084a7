/** What a function URL tells of a GET, in payload format 2.0. */
export const getEvent = (rawPath: string) => ({
  version: "2.0",
  rawPath,
  rawQueryString: "",
  headers: { host: "localhost", "x-forwarded-host": "localhost", "x-forwarded-for": "203.0.113.7" },
  requestContext: { http: { method: "GET", path: rawPath, protocol: "HTTP/1.1", sourceIp: "203.0.113.7" } },
  isBase64Encoded: false,
})
