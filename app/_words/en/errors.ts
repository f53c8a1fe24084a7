import type { Reason } from "@/lib/kernel/refusals"
import { errorRules } from "./error-rules"

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
  /** The title of a conflict that has a reason of its own: nobody else need have done anything. */
  notNow: "This cannot be done now",
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
    objection: "This objection does not exist.",
    "objection-status": "This action is not possible in the objection’s current status.",
    "objection-unknown": "No objection matches this number and code. Check both letter by letter.",
    brief: "This package has no brief: it was built before there were briefs, or it could not be set.",
    reward: "No reward was claimed for this report.",
    "reward-status": "This action is not possible in the current status of the claim.",
    "reward-not-offered":
      "No reward can be claimed for this report: the campaign offers none, the case goes on or found nothing, or the time for claims is over.",
    "reward-not-first": "Another report named the same before yours, and was found to be right.",
    "reward-exceeds":
      "Other rewards of this case were awarded meanwhile, and together they would come to more than the rules allow. Propose a smaller amount.",
    "no-draft": "There is no draft. Change a rule first.",
    "no-webhook": "This authority has no webhook.",
    "one-secret": "There is only one secret. Add a second one before you end the first.",
    "two-secrets": "There are already two secrets. End the older one first.",
    delivery: "This webhook does not exist.",
    "report-completed": "The host has completed this report already. Its answer stands.",
    "delivery-due": "This webhook is still being tried; there is no need to send it again.",
    "mail-not-parked":
      "This e-mail is no longer among those given up: it is on its way, or the reporter has looked meanwhile.",
    "key-scope":
      "This key does not have the required permission. Ask the copyright administration for one that does.",
    key: "This key does not exist.",
    batches:
      "Too many batches within an hour. Combine them into larger batches, and wait for the time given in Retry-After.",
    batch: "There is no such table.",
    "batch-not-checked": "This cannot be done with the table now. Reload the page to see how it stands.",
    "batch-empty": "Nothing in this table would become a new report. Correct it and upload it again.",
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
    "tip-another-person":
      "This tip waits for another moderator: you gave it on for a second opinion, or its reporter objects to your decision.",
    "appeal-not-possible":
      "An objection to this decision is not possible: the report is not declined, the time for it is over, or you objected before.",
    "day-not-closed":
      "The log of the day on which this report came is not closed yet. Try again after one o’clock on the next day, Beijing time.",
    "letter-not-dead": "This event is being tried again, or has been dealt with. Reload the page.",
    "person-left": "This person has left and can no longer sign in.",
    "withdrawal-too-late": "This report has been decided and can no longer be withdrawn.",
    "question-closed":
      "This question no longer waits for an answer: it has been answered or replaced, or the report has been decided.",
    "news-not-offered": "No e-mails can be sent about this report: its contact is not an e-mail address.",
    case: "This case does not exist.",
    "case-not-merged": "This case has not been merged into another, or the merge was undone already.",
    "case-status": "This action is not possible in the case’s current status.",
    referral: "This referral does not exist.",
    "referral-status": "This action is not possible in the referral’s current status.",
    measure: "This measure does not exist.",
    "measure-is-reversal": "This entry is itself a reversal. Record a new measure instead.",
    "measure-not-awaited": "No confirmation of this measure is awaited.",
    "measure-not-counting":
      "This measure does not count yet, so there is nothing to reverse. Refuse it instead.",
    import: "There is no such import of yours.",
    "import-over": "This import is over already.",
    "closing-not-proposed": "Closing this case has not been proposed.",
    "referrals-open":
      "Some of its referrals have not come to an end. Withdraw them or wait for their authorities’ reports.",
    "site-in-other-case":
      "Another open case has one of its sites by now. Close that case first, or add to it.",
    session: "This session has already ended.",
    "sign-in-again":
      "You signed in a while ago. For this act, prove again that it is you: sign in again in a new tab, then submit this form once more. What you typed stays here.",
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
  rules: errorRules,
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
