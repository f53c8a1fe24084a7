export const home = {
  title: "Report online piracy and see the results",
  description:
    "Report pirate websites, apps and shops to the copyright administration, read its notices, and see where its figures come from.",
  lead: "Tell us about a website, an app or an online shop that offers films, books, software or other works without permission. You do not need an account and do not have to give your name.",
  report: "Report piracy",
  follow: "Follow a report you made",
  notices: "Latest notices",
  allNotices: "All notices",
  noNotices: "No notice has been published yet.",
  figures: "Figures of {name}",
  figuresFrom: "These are the published {status} figures of the campaign, each with its source.",
  figureStatus: { final: "final", interim: "interim", running: "running" },
  allFigures: "Figures of {name} with sources",
  loop: "How a report becomes a figure",
  loopLead:
    "While a campaign is running, no figure is entered by hand. Each figure is the sum of measures recorded in cases.",
  steps: {
    tip: {
      name: "Report",
      text: "You describe what you saw and receive a receipt with a report number and a secret code.",
    },
    moderation: {
      name: "Moderation",
      text: "A moderator reads the report and accepts it, declines it with a reason, or asks you a question.",
    },
    case: { name: "Case", text: "An accepted report is added to a case about the same site." },
    referral: {
      name: "Referral",
      text: "After approval by another case officer, the case is referred to the authority in charge.",
    },
    measure: {
      name: "Measure",
      text: "Each measure taken is recorded in a ledger and cannot be changed afterwards.",
    },
    figure: { name: "Figure", text: "The campaign's figures are the sums of that ledger." },
    notice: { name: "Notice", text: "A notice informs the public. Two publishers are needed to publish it." },
  },
}
