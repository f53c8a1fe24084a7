export const home = {
  title: "Report online piracy and see what comes of it",
  description:
    "Report pirate websites, apps and shops to the copyright administration, read its notices, and see how its figures are reached.",
  lead: "Tell us about a website, an app or an online shop that offers films, books, software or other works without permission. You need no account and need not give your name.",
  report: "Report piracy",
  follow: "Follow a report you made",
  notices: "Latest notices",
  allNotices: "All notices",
  noNotices: "No notice has been published yet.",
  figures: "{name}: the figures",
  figuresFrom: "These are the {status} figures of the campaign, as published. Each one has its source.",
  figureStatus: { final: "final", interim: "interim", running: "running" },
  allFigures: "Figures of {name} with sources",
  loop: "How a report becomes a figure",
  loopLead:
    "No figure here is typed in by hand while a campaign runs. Each is the sum of measures recorded in cases.",
  steps: {
    tip: { name: "Report", text: "You describe what you saw and get a receipt with a number and a code." },
    moderation: {
      name: "Moderation",
      text: "A moderator reads the report and accepts it, declines it with a reason, or asks you back.",
    },
    case: { name: "Case", text: "An accepted report joins a case about the same site." },
    referral: {
      name: "Referral",
      text: "A second officer approves passing the case to the agency in charge.",
    },
    measure: {
      name: "Measure",
      text: "What was done is entered in a ledger that cannot be changed afterwards.",
    },
    figure: { name: "Figure", text: "The campaign's figures are the sums of that ledger." },
    notice: { name: "Notice", text: "A notice tells the public; two people must agree to publish it." },
  },
}
