import { XMLBuilder, XMLParser, XMLValidator } from "fast-xml-parser"
import { S3Error } from "./errors"

type XmlValue = string | number | boolean | undefined | XmlNode | readonly XmlValue[]
export type XmlNode = { readonly [name: string]: XmlValue }

/** Elements that a document may hold several of, so that one of them is read as a list too. */
const repeated = new Set([
  "Part",
  "CORSRule",
  "AllowedOrigin",
  "AllowedMethod",
  "AllowedHeader",
  "ExposeHeader",
])

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  removeNSPrefix: true,
  htmlEntities: true,
  isArray: (name) => repeated.has(name),
})

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true })

const parseDocument = (text: string): unknown => {
  try {
    if (XMLValidator.validate(text) === true) return parser.parse(text)
  } catch {
    // The library throws on names such as `constructor`, on deep nesting and on entities without end.
  }
  throw new S3Error("MalformedXML")
}

/** @throws S3Error MalformedXML unless `text` is XML whose root is `root` */
export const parseXml = (text: string, root: string): unknown => {
  const document = parseDocument(text)
  if (typeof document !== "object" || document === null || !Object.hasOwn(document, root))
    throw new S3Error("MalformedXML")
  return (document as Record<string, unknown>)[root]
}

/** As S3 writes them: a parser would read a raw carriage return as a line feed, and a key may hold either. */
const escapeControls = (xml: string): string =>
  xml.replace(/\p{Cc}/gu, (control) => `&#x${control.charCodeAt(0).toString(16).toUpperCase()};`)

export const buildXml = (root: string, body: XmlNode, namespace?: string): string =>
  escapeControls(
    builder.build({
      "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
      [root]: { ...(namespace ? { "@_xmlns": namespace } : {}), ...body },
    }),
  )
