import type { Reason, Rule } from "@/lib/kernel/refusals"

/** What went wrong and what to do: by error code, by reason where there is one, and by rule for each field. */
export const errors = {
  codes: {
    invalid: {
      title: "Some answers need to be corrected",
      detail: "Correct the listed problems and submit again.",
    },
    unauthenticated: { title: "Authentication required", detail: "Sign in, or provide the receipt." },
    forbidden: { title: "You may not do this", detail: "Your role does not allow it." },
    "not-found": { title: "Not found", detail: "Check the address or the number." },
    conflict: {
      title: "Someone else changed this first",
      detail: "The record has changed since you opened it. Reload it, review the changes, then decide.",
    },
    limited: { title: "Too many attempts", detail: "Wait a while, then try again." },
    unavailable: {
      title: "Temporarily unavailable",
      detail: "A part of the portal does not respond. Try again shortly.",
    },
    internal: {
      title: "Something went wrong on our side",
      detail:
        "The problem has been logged. Sending the same again is unlikely to help. Tell us the request number.",
    },
  },
  requests: {
    "malformed-json": { title: "The body is not JSON", detail: "Send a single JSON object in UTF-8." },
    "malformed-form": { title: "The form did not arrive completely", detail: "Go back and submit it again." },
    "malformed-address": {
      title: "This address is not written correctly",
      detail: "Check the percent signs in it: each begins a code of two digits.",
    },
    "wrong-method": {
      title: "This address does not take this method",
      detail: "It takes {allowed}.",
    },
    "encoded-body": {
      title: "The body is compressed",
      detail: "Send the body as it is, without Content-Encoding.",
    },
    "wrong-content-type": {
      title: "Unsupported content type",
      detail: "Send the body as {expected}.",
    },
    "body-too-large": {
      title: "The body is too large",
      detail:
        "The limit is {maxKilobytes, number} kB. Upload files to the evidence store instead of sending them in the body.",
    },
    "cross-site": {
      title: "This form was submitted from another site",
      detail: "Open the form on this portal and submit it there.",
    },
  },
  reasons: {
    "receipt-unknown":
      "No report matches this number and code. Check both; letters and digits are easily confused.",
    "receipt-tries":
      "No report matches this number and code, and many wrong tries came from your network. Check both: the right ones always open. For another wrong try, wait, or solve a challenge from /api/v1/challenges and send its Idempotency-Key and Proof.",
    "receipt-missing": "Provide the receipt in the header Authorization: Receipt '<number>:<code>'.",
    "key-missing": "Provide the key in the header Authorization: Bearer '<key>'.",
    "key-unknown":
      "This key is not known, or it has been revoked. Ask the copyright administration for a new one.",
    authority: "This authority does not exist.",
    "no-draft": "There is no draft. Change a rule first.",
    "no-webhook": "This authority has no webhook.",
    "one-secret": "There is only one secret. Add a second one before you end the first.",
    "two-secrets": "There are already two secrets. End the older one first.",
    delivery: "This webhook does not exist.",
    "delivery-due": "This webhook is still being tried; there is no need to send it again.",
    "key-scope":
      "This key does not have the required permission. Ask the copyright administration for one that does.",
    key: "This key does not exist.",
    batches:
      "Too many batches within an hour. Combine them into larger batches, and wait for the time given in Retry-After.",
    "idempotency-key-reused":
      "This idempotency key was used before with a different body. Use a new key for other content.",
    "storage-full":
      "The portal has no more space for reports and files at the moment. Nothing was stored. Try again later; what is published stays available.",
    "outcome-unknown":
      "We cannot tell yet whether this was stored. Send it again: if it was, the first is found and nothing is stored twice.",
    "not-stored": "Nothing was changed. Try again shortly.",
    "reports-shut": "Reports are not being accepted at the moment. Try again later.",
    "uploads-shut":
      "Files are not being accepted at the moment. You can still submit a report without files. Try again later.",
    "bytes-of-origin":
      "Too much data was sent as files from your network today. Your report is not affected: add the files tomorrow, or send smaller ones.",
    "bytes-of-all":
      "The portal has taken as many files today as it can. Your report is not affected: add the files tomorrow.",
    "too-many-reports":
      "Too many reports came from your network within an hour. Your answers are kept here. Submit the report again later.",
    "proof-required":
      "Many reports are coming in. Solve a challenge from /api/v1/challenges and submit the tip again with its Proof, or wait.",
    "form-too-fast":
      "The report was submitted too quickly. Your answers are kept here. Wait a few seconds, then submit it again.",
    "form-expired":
      "This form was open for too long. Your answers are kept here. Wait a few seconds, then submit it again.",
    "evidence-arrived": "This file has already arrived. Announce another file instead.",
    "evidence-not-arrived": "The file has not been uploaded. Upload it to the given address first.",
    "evidence-expired": "This file was announced too long ago. Announce it again.",
    "evidence-in-one-piece": "This file is too small to be uploaded in parts. Upload it in one piece.",
    "evidence-not-sealed": "The file is not sealed: it has not arrived, or it was rejected.",
    "package-not-built": "The evidence package has not been built yet. Try again in a few minutes.",
    "original-open": "This original was found clean and needs no second person. Open it directly.",
    "opening-asked": "A request to open this original is awaiting approval. Deal with that request first.",
    "opening-not-asked":
      "There is no longer a request to open this original, or its scan result has changed.",
    evidence: "This file does not exist.",
    tip: "This tip does not exist.",
    "tip-status": "This action is not possible in the tip’s current status.",
    "tip-claimed": "A colleague is working on this tip.",
    "tip-not-yours": "Your claim on this tip has ended. Claim it again first.",
    "tip-awaits-answer": "The reporter was asked a question and still has time to answer.",
    "withdrawal-too-late": "This report has been decided and can no longer be withdrawn.",
    "question-closed":
      "This question no longer waits for an answer: it has been answered or replaced, or the report has been decided.",
    "news-not-offered": "No e-mails can be sent about this report: its contact is not an e-mail address.",
    case: "This case does not exist.",
    "case-status": "This action is not possible in the case’s current status.",
    referral: "This referral does not exist.",
    "referral-status": "This action is not possible in the referral’s current status.",
    measure: "This measure does not exist.",
    "measure-is-reversal": "This entry is itself a reversal. Record a new measure instead.",
    "measure-not-awaited": "No confirmation of this measure is awaited.",
    "measure-not-counting":
      "This measure does not count yet, so there is nothing to reverse. Refuse it instead.",
    "closing-not-proposed": "Closing this case has not been proposed.",
    "referrals-open":
      "Some of its referrals have not come to an end. Withdraw them or wait for their authorities’ reports.",
    "site-in-other-case":
      "Another open case has one of its sites by now. Close that case first, or add to it.",
    session: "This session has already ended.",
    "second-person": "This needs a second person. Whoever started it cannot also approve it.",
    notice: "This notice does not exist.",
    "notice-status": "This action is not possible in the notice’s current status.",
    figures: "This revision of the figures does not exist.",
    campaign: "This campaign does not exist.",
    "campaign-state":
      "A campaign is either imported with its published figures or counted by this portal. One kind cannot become the other.",
    "figures-state":
      "This is not possible at the moment: a draft of the figures is already awaiting approval, or there is none. Reload the page.",
    "figures-differ":
      "The ledger, as it stood at the time of the draft, gives different figures: an entry was recorded while they were being calculated. Discard the draft and create a new one.",
    "campaign-not-running": "This campaign is not running.",
    "end-not-proposed": "Nobody has proposed to end this campaign. Propose its last day first.",
  } satisfies Readonly<Record<Reason, string>>,
  rules: {
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
    "url-private":
      "This address is inside a private network and cannot be checked. Enter the public address.",
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
    "duplicate-unknown": "There is no tip with this number and no case with this identifier.",
    "duplicate-of-duplicate": "That tip is itself a duplicate. Enter the tip that it duplicates.",
    "duplicate-other-site":
      "That is about another site: {site}. Check the number; if it is meant, say so below.",
    "duplicate-of-later": "A tip can only be a duplicate of an earlier one. Mark the later tip instead.",
    "authority-unknown": "This authority does not exist.",
    "authority-taken": "This identifier already belongs to an authority.",
    "authority-twice": "This authority is chosen twice.",
    "tree-circle": "An authority cannot stand under itself, or under one of its own.",
    "tree-too-deep": "The tree has at most {max, number} levels.",
    "webhook-scheme": "Webhooks go to addresses that begin with https://.",
    "referred-before":
      "This case was referred to this authority before. Tick that you mean to refer it again.",
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
    "too-early": "This date is too early. The earliest possible date is {from}.",
    "not-ended": "Final figures can only be drafted after the campaign has ended.",
    "after-final": "Final figures have been published. Choose final to revise them.",
    "has-entries": "A metric with entries in the ledger cannot be stated as zero.",
    "nothing-counted": "The ledger has no entries up to this day.",
  } satisfies Readonly<Record<Rule, string>>,
  rejections: {
    empty: "The file is empty. Choose it again.",
    "size-mismatch": "The size of the file differs from the announced size. Upload it again.",
    "hash-mismatch": "The file changed during upload. Upload it again.",
    "type-mismatch":
      "When you uploaded this file, its content had to fit its ending. Every file is accepted now: upload it again.",
    "type-not-accepted":
      "When you uploaded this file, its type was not accepted. Every type is accepted now: upload it again.",
  },
  line: "Line {number, number}: {message}",
  labelled: "{label} {message}",
  wait: "Try again in {minutes, plural, one {# minute} other {# minutes}}.",
  again: {
    text: "What you wrote was not saved. It stands below: send it again in a while.",
    send: "Send it again",
    correct: "What you wrote was not saved. It stands below: correct it, then send it.",
  },
  requestNumber: "Request number",
  back: "Back to the home page",
}
