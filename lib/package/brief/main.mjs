// The process that sets a brief, started by brief.ts. Plain JavaScript, because it is copied to Lambda as it stands, beside
// the bundle. What the brief says comes by the standard input as JSON, the PDF leaves by the standard output.
import { existsSync, readFileSync } from "node:fs"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const font = "NotoSansSC_400Regular.ttf"
// On Lambda the one weight that is used lies beside this file.
const fontPath = [here(font), `node_modules/@expo-google-fonts/noto-sans-sc/400Regular/${font}`].find(
  existsSync,
)

const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(fontPath)] }] })
const document = {
  mainFileContent: readFileSync(here("brief.typ"), "utf8"),
  inputs: { data: await text(process.stdin) },
}
process.stdout.write(compiler.pdf(document, { pdfStandard: "ua-1" }))
