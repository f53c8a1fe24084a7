import type { Rule } from "@/lib/kernel/refusals"

/** What is wrong with one field, by its rule. */
export const errorRules = {
  required: "This field is required.",
  "wrong-type":
    "{expected, select, int {Enter a whole number, for example 12.} number {Enter a number, for example 12.} nan {Enter a number, for example 12.} string {This must be a text.} boolean {This must be true or false.} array {This must be a list.} object {This must be a group of fields.} record {This must be a group of fields.} date {Enter a date, for example 2026-11-26.} other {This is not of the expected kind.}}",
  "wrong-format": "This is not in the right format.",
  "not-an-option": "This is not one of the options.",
  "not-valid": "This is not valid.",
  "unknown-field": "Unknown fields: {fields}.",
  "text-broken": "This text holds half of a character, which cannot be stored. Type it again.",
  "too-long": "At most {max, number} characters.",
  "too-short": "At least {min, number} characters, or {chinese, number} in Chinese.",
  "too-many": "At most {max, number} items.",
  "too-many-bytes": "All files of a report together may have at most {gigabytes, number} GB.",
  "too-few": "At least {min, number} items.",
  "too-big": "Must not be greater than {max, number}.",
  "too-small": "Must not be less than {min, number}.",
  "url-broken":
    "This address is incomplete or mistyped. Copy the full address from the browser, for example https://site.example/page.",
  "url-scheme":
    "This is not an address that can be checked. Copy a web address, a magnet or ed2k link, or write the name.",
  "url-private": "This address is inside a private network and cannot be checked. Enter the public address.",
  "url-reserved": "This address is reserved and belongs to no website. Enter the public address.",
  "url-whole-platform":
    "This is a whole platform. Copy the address of the account, work, listing or share on it, or add its name.",
  "domain-taken": "This domain is on the list already.",
  "collateral-reason":
    "A host is shared, or a domain known as good. Say why it is referred, in at least 10 characters.",
  "document-or-reason": "Name the document that shows the measure, or say why there is none.",
  "case-unknown": "There is no case with this number.",
  "same-case": "This is the same case. Name another.",
  "other-campaign": "The other case belongs to another campaign.",
  "tip-not-in-case": "This tip is not in the case.",
  "not-listed": "This site is not on the list. Check the address, or look it up first.",
  "one-site": "These are several sites. Check one at a time.",
  "proof-refused":
    "This proof is not valid: it has expired, belongs to another key, or is not solved. Request a new challenge.",
  "contact-not-email": "To be notified by e-mail, enter an e-mail address, for example name@mail.example.",
  "news-not-offered": "This portal does not send e-mail notifications.",
  "unknown-cursor": "This position in the list is not valid. Start again from the first page.",
  "in-future": "This date is in the future.",
  "outside-campaign": "This day is outside the campaign’s period.",
  "recorded-otherwise":
    "This form has already recorded {quantity, number} for {takenOn}. Nothing was changed. Reload the page to record another measure.",
  "campaign-unknown": "This campaign does not exist. Choose one from the list.",
  "finding-unconfirmed": "Say why this may stand, or return the notice.",
  "choose-version": "Choose which of the two texts is to be kept.",
  "figure-unknown": "This figure does not exist: {reference}.",
  "slug-taken": "This address is already used by another notice. Choose a different one.",
  "campaign-not-running": "This campaign has ended. Choose a running one.",
  "campaign-not-demo": "A demo tip can only be accepted for a demo campaign.",
  "invited-already": "This address is invited already. Withdraw that invitation first.",
  "colleague-unknown": "There is no moderator of this name to whom it could be handed.",
  "duplicate-unknown": "There is no tip with this number and no case with this identifier.",
  "duplicate-of-duplicate": "That tip is itself a duplicate. Enter the tip that it duplicates.",
  "duplicate-other-site":
    "That is about another site: {site}. Check the number; if it is meant, say so below.",
  "duplicate-of-later": "A tip can only be a duplicate of an earlier one. Mark the later tip instead.",
  "authority-unknown": "This authority does not exist.",
  "authority-not-acting":
    "This authority has not acknowledged a referral of this case. Refer the case first, or leave it empty.",
  "authority-taken": "This identifier already belongs to an authority.",
  "authority-twice": "This authority is chosen twice.",
  "tree-circle": "An authority cannot stand under itself, or under one of its own.",
  "tree-too-deep": "The tree has at most {max, number} levels.",
  "webhook-scheme": "Webhooks go to addresses that begin with https://.",
  "referred-before": "This case was referred to this authority before. Tick that you mean to refer it again.",
  "holder-taken": "This identifier belongs to a right holder with a different name.",
  "reference-reused":
    "This reference was used before for a different report. Use a separate reference for each report.",
  "row-malformed": "This row is not a JSON object in UTF-8. Correct it and submit it again.",
  "row-columns": "This row has a different number of cells than the header has column names.",
  "row-too-long": "This row is longer than {maxKilobytes, number} kB.",
  "row-not-stored":
    "This row could not be stored, and sending it again as it is will not help. Change it, or tell us the request number {requestId}.",
  "batch-malformed":
    "The batch could not be read from this point: it is cut off, neither UTF-8 nor GBK, or a quotation mark is not closed. Correct it and submit the whole batch again.",
  "batch-column-twice": "Two columns are named {name}. Rename or remove one of them.",
  "batch-too-long":
    "A batch has at most {max, number} rows and {maxMegabytes, number} MB. Submit the remaining rows as another batch.",
  "batch-time-over": "The time of this request is over. Submit this row and all later rows again.",
  "batch-spreadsheet":
    "This is a workbook of a spreadsheet program. Save the table as CSV (comma-separated values) and upload that.",
  "too-early": "This date is too early. The earliest possible date is {from}.",
  "not-ended": "Final figures can only be drafted after the campaign has ended.",
  "after-final": "Final figures have been published. Choose final to revise them.",
  "has-entries": "A metric with entries in the ledger cannot be stated as zero.",
  "nothing-counted": "The ledger has no entries up to this day.",
  "reward-too-large":
    "All rewards of a case together come to at most 100,000 yuan. {max, number} yuan are left.",
  "report-unknown": "This referral has no report of this number.",
  "reason-too-early": "A reason is given once the report is completed.",
  "contact-missing": "XARF reports name an e-mail address for answers. Set the contacts of the portal first.",
  "code-wrong": "This code does not belong to this reward. Check it letter by letter.",
} satisfies Readonly<Record<Rule, string>>
