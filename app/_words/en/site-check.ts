export const siteCheck = {
  title: "Check a site",
  description: "Find out whether one site is on the list of sites confirmed for piracy, and since when.",
  lead: "Enter one address, or the name of an app, a shop or an account. You learn about this one only: the list is not published here.",
  typed: "Address or name",
  needed: "Enter an address or a name",
  check: "Check",
  listed: "On the list",
  listedText: "{site} has been confirmed for piracy.",
  notListed: "Not on the list",
  notListedText:
    "No closed case has confirmed {site}. This does not say that it is lawful: it may be under review, or nobody has reported it.",
  removed: "No longer on the list",
  removedText: "{site} was removed from the list.",
  report: "Report it",
  facts: {
    read: "Read as",
    since: "On the list since",
    until: "Removed on",
    campaign: "Campaign",
    outcome: "Outcome of the case",
  },
  demo: "Demonstration: this entry was not made by a real case.",
  sections: {
    criteria: {
      heading: "How a site gets on the list",
      text: "A report of it was accepted, its case came to an end, and the case was not found to be without ground. Two case officers then confirm the site by name. Whole platforms are never on the list: only the account, shop, share or app that the case was about.",
    },
    removal: {
      heading: "How a site leaves the list",
      text: "When its case is opened again, or an objection is right, its sites are removed at once. They return only when two case officers confirm them anew.",
    },
    operator: {
      heading: "If you operate the site",
      text: "If your site is on the list and should not be, object and say why. You get an answer within 7 days and a decision within 30, by somebody else than those who confirmed it.",
    },
    partners: {
      heading: "The whole list",
      text: "Payment services, advertising networks and others who act on the list can read it by program, with a key issued by the copyright administration.",
    },
  },
  interface: "API description",
}
