export const about = {
  about: {
    title: "About this portal",
    description: "Who runs this portal, and what becomes of a report.",
    lead: "This portal belongs to the yearly Sword Net campaign against online piracy.",
    sections: {
      who: {
        heading: "Who runs it",
        text: "The copyright administration runs the campaign together with the participating agencies that each campaign names.",
      },
      loop: {
        heading: "What becomes of a report",
        text: "A moderator reads each report. Accepted reports about the same site become one case. A case is referred to the authority in charge, the measures taken are recorded, and their sums are the figures that notices publish.",
      },
      figures: {
        heading: "Where the figures come from",
        text: "Every figure names its source, its status and its precision. A figure that was counted here is the sum of measures recorded in cases and was approved by two people. A number that is not known is left out; it does not stand as zero.",
      },
    },
  },
  contact: {
    title: "Contact",
    description: "Where to ask about accessibility, the press, data and other general questions.",
    lead: "Use this contact for accessibility, the press, open data and general questions. To report a site, use the report form; to ask about your own report, follow it with its number and secret code.",
    email: "E-mail",
    phone: "Telephone",
    none: "No contact has been set up for this portal yet.",
    report: "Report a site",
    follow: "Follow a report",
  },
  help: {
    title: "Help",
    description: "How to report a site, add evidence and follow a report.",
    lead: "A report takes a few minutes. You need no account and no name.",
    sections: {
      where: {
        heading: "What to report",
        text: "Copy the address of the page, the share text of an app, or the name of an app or shop. Several addresses can be reported together, one per line.",
      },
      evidence: {
        heading: "Evidence",
        text: "Screenshots, recordings, e-mails and documents help. Any type of file is taken. Files can be added while you report or later, with the report number and the secret code.",
      },
      follow: {
        heading: "Following a report",
        text: "The receipt shows a report number and a secret code. Both together open your report on any device, show what became of it, and let you answer questions. The secret code cannot be recovered.",
      },
      lost: {
        heading: "If something does not work",
        text: "All pages work without JavaScript. The form and the page of your report need cookies, which they keep for two hours. What you typed is kept when a page shows an error.",
      },
    },
  },
}
