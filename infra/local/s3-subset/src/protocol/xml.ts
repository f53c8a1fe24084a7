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
  isArray: (name) => repeated.has(name),
})

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true })

/** @throws S3Error MalformedXML unless `text` is XML whose root is `root` */
export const parseXml = (text: string, root: string): unknown => {
  if (XMLValidator.validate(text) !== true) throw new S3Error("MalformedXML")
  const document: unknown = parser.parse(text)
  if (typeof document !== "object" || document === null || !(root in document))
    throw new S3Error("MalformedXML")
  return (document as Record<string, unknown>)[root]
}

export const buildXml = (root: string, body: XmlNode, namespace?: string): string =>
  builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    [root]: { ...(namespace ? { "@_xmlns": namespace } : {}), ...body },
  })
