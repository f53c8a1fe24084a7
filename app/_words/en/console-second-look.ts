export const consoleSecondLook = {
  title: "Second look",
  lead: "A colleague has decided this tip. You do not see how. Say how you would decide; the decision itself stays as it is.",
  ask: "How would you decide?",
  verdict: "Decision",
  verdicts: { accept: "Accept", decline: "Decline", duplicate: "Duplicate" },
  reason: "Reason, if declined",
  go: "Submit and take the next",
  done: "Your view was recorded.",
  empty: "No decision of a colleague waits for a second look.",
}
