/**
 * Two pieces of JavaScript that SST puts into code of its own, so text here: CloudFront signs every request to the
 * site's function, and its signature takes the place of the visitor's `Authorization` (of a trusted reporter's key).
 * The first piece carries the header past the signature, the second puts it back where the site looks for it.
 */

const carrier = "x-viewer-authorization"
/** Part of the cache's key: one address may answer JSON or CSV. */
export const variantHeader = "x-portal-variant"

/** The visitor's address, of which the site keeps a hash of the day: what a visitor sends under this name is lost. */
export const viewerHeader = "x-portal-viewer"

/** Runs in CloudFront (its own small dialect), before the request is routed. */
export const beforeRouting = `
  var headers = event.request.headers;
  delete headers["${carrier}"];
  if (headers.authorization) headers["${carrier}"] = { value: headers.authorization.value };
  delete headers.authorization;
  headers["${viewerHeader}"] = { value: event.viewer.ip };
  headers["${variantHeader}"] = { value: headers.accept && headers.accept.value.includes("text/csv") ? "csv" : "any" };
`

/**
 * Loads the site while Lambda starts its function, which it may do before there is a request. By itself SST loads it with
 * the first request.
 */
export const atStart = `outer:await import("./index.mjs")`

/**
 * Runs in the site's function, before the site sees the request. A path whose percent signs begin no code is told to
 * the site as one that does not exist, as `proxy.ts` does where `npm start` serves: as OpenNext hands it on, Next would
 * decode what was asked for once more and answer 500.
 */
export const beforeSite = `
  try {
    decodeURIComponent(event.rawPath);
  } catch {
    var first = event.rawPath.split("/")[1];
    event.rawPath = "/" + (first === "api" || first === "en" ? first : "zh") + "/unreadable";
  }
  delete event.headers.authorization;
  if (event.headers["${carrier}"]) event.headers.authorization = event.headers["${carrier}"];
`
