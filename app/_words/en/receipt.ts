export const receipt = {
  title: "Check a receipt's statement",
  description: "See whether this portal signed a statement, and what it says.",
  lead: "Paste the signed statement of a receipt. It shows what was received and when; it tells nothing about the report itself.",
  statement: "Signed statement",
  statementHint: "The whole content of the downloaded file: three parts, joined by dots.",
  check: "Check",
  genuine: "This statement is genuine",
  genuineText: "This portal signed it, and nothing in it was changed.",
  notGenuine: "This statement is not genuine",
  notGenuineText:
    "This portal did not sign this text, or it was changed afterwards. Make sure that you pasted all of it.",
  number: "Report number",
  receivedAt: "Received",
  issuedAt: "Statement issued",
  contentHash: "Hash of the content (SHA-256)",
  files: "Files",
  noFiles: "None",
  file: "{size} bytes, SHA-256 {hash}",
  sealed: "sealed",
  fileAnnounced: "announced, hash not known",
  offline:
    "It can also be checked without this portal, with the public key at {address} and the command that its source code brings: npm run verify-statement.",
}
