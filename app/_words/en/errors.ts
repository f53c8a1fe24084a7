/** What went wrong and what to do: by code, by reason where one is known, by rule for each input. */
export const errors = {
  codes: {
    invalid: {
      title: "Some of this needs to be corrected",
      detail: "Correct what is listed and send it again.",
    },
    unauthenticated: { title: "You need to prove who you are", detail: "Sign in, or give the receipt." },
    forbidden: { title: "You may not do this", detail: "Your role does not allow it." },
    "not-found": { title: "There is no such thing here", detail: "Check the address or the number." },
    conflict: {
      title: "Somebody was faster",
      detail: "The record has changed since you saw it. Load it again, look at what changed, then decide.",
    },
    limited: { title: "Too many tries", detail: "Wait a while, then try again." },
    unavailable: {
      title: "This does not work at the moment",
      detail: "Nothing was changed. Try again shortly.",
    },
    internal: {
      title: "Something went wrong on our side",
      detail: "It is recorded. Try again later; if it stays so, tell us the request number.",
    },
  },
  requests: {
    "malformed-json": { title: "The body is not JSON", detail: "Send a single JSON object in UTF-8." },
    "malformed-form": { title: "The form did not arrive whole", detail: "Go back and send it again." },
    "wrong-content-type": {
      title: "This content type is not understood",
      detail: "Send the body as {expected}.",
    },
    "body-too-large": {
      title: "The body is too large",
      detail: "At most {maxKilobytes, number} kB are read. Files go to the evidence store, not in the body.",
    },
    "cross-site": {
      title: "This form was sent from another site",
      detail: "Open the form on this portal and send it from there.",
    },
  },
  reasons: {
    "receipt-unknown":
      "No report has this number and this code. Check both; letters and digits are easily mistaken.",
    "receipt-missing": "Give the receipt in the header Authorization: Receipt '<number>:<code>'.",
    "key-missing": "Give the key in the header Authorization: Bearer '<key>'.",
    "key-unknown": "This key is not known, or it was revoked. Ask the administration for a new one.",
    "key-scope": "This key is not made for that. Ask the administration for one that is.",
    key: "There is no such key.",
    batches:
      "Too many batches within an hour. Put more rows into each, and wait as long as Retry-After says.",
    "idempotency-key-reused":
      "This idempotency key came before with another body. Use a new key for a new report.",
    "reports-shut": "Reports cannot be taken at the moment. Try again later.",
    "uploads-shut": "Files cannot be taken at the moment; reports without files can. Try again later.",
    "too-many-reports":
      "Too many reports came from your network in this hour. What you wrote is kept here. Send it again later.",
    "proof-required":
      "Many reports are coming in. Solve a challenge of /api/v1/challenges and send the tip again with its Proof, or wait.",
    "form-too-fast":
      "That was very quick. What you wrote is kept here. Wait a few seconds, then send it again.",
    "form-expired":
      "This form was open for too long. What you wrote is kept here. Wait a few seconds, then send it again.",
    "evidence-arrived": "This file has arrived already. Announce another one instead.",
    "evidence-not-arrived": "The file has not arrived in the store. Send it to the given address first.",
    "evidence-expired": "This file was announced too long ago. Announce it again.",
    "evidence-in-one-piece": "This file is not large enough for parts. Send it in one piece.",
    "evidence-not-sealed": "The file is not sealed: it has not arrived, or it was refused.",
    "original-open": "This original needs no second person: a scanner called it clean. Open it directly.",
    "opening-asked": "A colleague waits for a second person to open this original. Agree to that first.",
    "opening-not-asked":
      "Nobody asks to open this original any more, or what is known of the file has changed.",
    evidence: "There is no such file.",
    tip: "There is no such tip.",
    "tip-status": "This is not possible in the tip's present state.",
    "tip-claimed": "A colleague is working on this tip.",
    "tip-not-yours": "You do not hold this tip any more. Claim it again first.",
    "tip-awaits-answer": "The reporter was asked something and still has time to answer.",
    "question-closed":
      "This question no longer waits for an answer: it was answered or replaced, or the report was decided.",
    "news-not-offered": "No e-mails can be sent about this report: it has no e-mail address as contact.",
    case: "There is no such case.",
    "case-status": "This is not possible in the case's present state.",
    referral: "There is no such referral.",
    "referral-status": "This is not possible in the referral's present state.",
    measure: "There is no such measure.",
    "measure-is-reversal": "This entry is itself a reversal. Record a new measure instead.",
    "closing-not-proposed": "Nobody has proposed to close this case.",
    "second-person": "This needs a second person: who began it may not also confirm it.",
    notice: "There is no such notice.",
    "notice-status": "This is not possible in the notice's present state.",
    figures: "There is no such revision of figures.",
    campaign: "There is no such campaign.",
    "campaign-state":
      "This campaign was taken over with its published figures, or counts its own: the one cannot become the other.",
    "figures-state":
      "This is not possible at the moment: a draft of the figures waits, or none does. Load the page again.",
    "figures-differ":
      "The ledger, as it stood at the draft, gives other figures: an entry came in while it was added up. Discard the draft and draft anew.",
    "campaign-not-running": "This campaign is not running.",
  },
  rules: {
    required: "This is needed.",
    "wrong-type": "This must be of type {expected}.",
    "wrong-format": "This is not in the right form.",
    "not-an-option": "This is not one of the choices.",
    "not-valid": "This is not valid.",
    "unknown-field": "These fields are not known: {fields}.",
    "too-long": "At most {max, number} characters.",
    "too-short": "At least {min, number} characters.",
    "too-many": "At most {max, number}.",
    "too-few": "At least {min, number}.",
    "too-big": "At most {max, number}.",
    "too-small": "At least {min, number}.",
    "url-broken":
      "This address is incomplete or mistyped. Copy it whole from the browser, e.g. https://site.example/page.",
    "url-scheme": "Only addresses that begin with http:// or https:// can be examined.",
    "url-private":
      "This address is inside a private network and cannot be examined. Give the public address.",
    "proof-refused":
      "This proof does not fit: it expired, is of another key, or is not solved. Ask for a new challenge.",
    "contact-not-email": "To be told by e-mail, enter an e-mail address, for example name@mail.example.",
    "news-not-offered": "This portal sends no e-mails about news.",
    "unknown-cursor": "This place in the list is not known. Begin again at the first page.",
    "in-future": "This date lies in the future.",
    "campaign-unknown": "There is no such campaign. Choose one from the list.",
    "figure-unknown": "There is no such figure: {reference}.",
    "slug-taken": "This address is taken by another notice. Choose another one.",
    "campaign-not-running": "This campaign is over. Choose a running one.",
    "campaign-not-demo": "A demo tip can only go into a demo campaign.",
    "duplicate-unknown": "There is no tip with this number, and no case with this id.",
    "duplicate-of-duplicate": "That tip is itself a duplicate. Name the one it repeats.",
    "duplicate-of-later": "Only a tip that came before can have told it. Mark the later one instead.",
    "authority-unknown": "There is no such authority.",
    "holder-taken": "This id belongs to a right holder of another name.",
    "reference-reused":
      "This reference came before with another report. Give each report a reference of its own.",
    "row-malformed": "This row is not a JSON object in UTF-8. Correct it and send it again.",
    "row-columns": "This row has more or fewer cells than the first line has names.",
    "row-too-long": "This row is longer than {maxKilobytes, number} kB.",
    "batch-malformed":
      "From here on the batch could not be read: it is cut off, not UTF-8, or a quotation mark is not closed. Correct it and send it again whole.",
    "batch-too-long":
      "A batch has at most {max, number} rows and {maxMegabytes, number} MB. Send what begins here as another one.",
    "too-early": "This date is too early; the earliest possible is {from}.",
    "not-ended": "Final figures can be drafted once the campaign has ended.",
    "after-final": "Final figures are published. Choose final to revise them.",
    "has-entries": "A metric with entries in the ledger cannot be stated as zero.",
    "nothing-counted": "The ledger has no entry up to this day.",
  },
  rejections: {
    empty: "The file is empty. Choose it again.",
    "size-mismatch": "The file that arrived has another size than was announced. Send it again.",
    "hash-mismatch": "The file changed on its way. Send it again.",
    "type-mismatch": "The content does not fit the file's ending. Save it in its real format and send that.",
    "type-not-accepted":
      "Files of this kind are not taken. Send an image, a PDF, a video, a sound, text or an archive.",
  },
  line: "Line {number, number}: {message}",
  labelled: "{label} {message}",
  wait: "Try again in {minutes, plural, one {# minute} other {# minutes}}.",
  requestNumber: "Request number",
  back: "Back to the start",
}
