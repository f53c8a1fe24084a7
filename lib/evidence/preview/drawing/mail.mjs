import PostalMime from "postal-mime"
import { sanitised } from "./text.mjs"

const person = ({ name, address, group }) =>
  group ? `${name}: ${group.map(person).join(", ")}` : name ? `${name} <${address}>` : address
const people = (list) => (list ?? []).map(person).join(", ")

const entities = { nbsp: " ", lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }

/** What is left is shown as text, so whatever slips through does nothing. */
const wordsOf = (html) =>
  html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole)

/** Of an e-mail: who wrote it to whom, when, its text without any markup, and what is attached. */
export const draw = async (bytes) => {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20 })
  const heads = [
    ["From", mail.from && person(mail.from)],
    ["To", people(mail.to)],
    ["Cc", people(mail.cc)],
    ["Date", mail.date],
    ["Subject", mail.subject],
    [
      "Received",
      mail.headers
        .filter(({ key }) => key === "received")
        .map(({ value }) => value)
        .join("\n  "),
    ],
  ]
  const attached = mail.attachments.map(({ filename, mimeType }) => `${filename ?? "?"} (${mimeType})`)
  const lines = heads.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  const files = attached.map((line) => `Attachment: ${line}`)
  return { copy: sanitised([...lines, ...files, "", mail.text ?? wordsOf(mail.html ?? "")].join("\n")) }
}
