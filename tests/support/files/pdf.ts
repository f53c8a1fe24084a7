import { deflateSync } from "node:zlib"

type Body = { readonly dictionary: string; readonly stream?: Buffer }

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export const pdf = (bodies: readonly Body[]): Buffer => {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")]
  const at: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [index, { dictionary, stream }] of bodies.entries()) {
    at.push(length)
    const size = stream ? `/Length ${stream.length}` : ""
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n<< ${dictionary} ${size} >>\n`),
      ...(stream ? [Buffer.from("stream\n"), stream, Buffer.from("\nendstream\n")] : []),
      Buffer.from("endobj\n"),
    ])
    parts.push(object)
    length += object.length
  }
  const rows = at.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  const size = bodies.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

const font = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"

const pagesOf = (count: number, size: string): Body[] => [
  { dictionary: "/Type /Catalog /Pages 2 0 R" },
  {
    dictionary: `/Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, n) => `${3 + 2 * n} 0 R`).join(" ")}] /MediaBox [0 0 ${size}]`,
  },
]

/** One page for each text. @param size width and height in points */
export const pdfOf = (texts: readonly string[], size = "300 400"): Buffer =>
  pdf([
    ...pagesOf(texts.length, size),
    ...texts.flatMap((text, n): Body[] => [
      { dictionary: `/Type /Page /Parent 2 0 R ${font} /Contents ${4 + 2 * n} 0 R` },
      { dictionary: "", stream: Buffer.from(`BT /F1 24 Tf 20 200 Td (${text}) Tj ET`) },
    ]),
  ])

/** One page, small on the wire, whose content swells to so many megabytes. */
export const pdfBomb = (megabytes: number): Buffer =>
  pdf([
    ...pagesOf(1, "300 400"),
    { dictionary: `/Type /Page /Parent 2 0 R ${font} /Contents 4 0 R` },
    { dictionary: "/Filter /FlateDecode", stream: deflateSync(Buffer.alloc(megabytes * 1_000_000, "q Q ")) },
  ])
