export const openData = {
  title: "Open data",
  description: "The campaigns' figures and the notices as JSON and CSV, free to use.",
  lead: "Everything on the campaign and notice pages can be had in a form that programs read: no key, no registration, from any website.",
  addresses: "Addresses",
  what: "What",
  address: "Address",
  format: "Format",
  campaigns: "All campaigns",
  campaign: "One campaign with its figures",
  figures: "The figures of one campaign",
  notices: "All published notices",
  notice: "One notice in both languages",
  feed: "Notices as a feed",
  interfaceDescription: "Description of the whole interface",
  perCampaign: "Figures by campaign",
  fields: "Fields of a figure",
  field: "Field",
  meaning: "Meaning",
  meanings: {
    metric: "Which of the seven figures, by its key, e.g. links-removed",
    value: "The number, in the metric's unit: websites, links, items, cases, or yuan (CNY)",
    status:
      "interim (while the campaign ran), final (after it), or running (counted from the ledger, not approved)",
    asOf: "The date up to which it counts; only as exact as the source gives it",
    rounded: "true where the source gave a round number",
    note: "What else the source says about the number, where it says anything",
    sources: "Title, publisher, date, address, and whether the source is official",
    ledger:
      "Of a figure published by this portal: its revision, and the number of ledger entries it is the sum of; in CSV, revision and entries",
  },
  absent:
    "A figure that was not published is absent. It is not zero, and must not be read as zero. Interim figures are contained in the final ones and must not be added to them.",
  licence: "Licence",
  licenceText:
    "The figures are facts and may be used freely. The portal's own texts and data files may be used under CC BY 4.0: name this portal and link to the page. Quoted sources keep their own terms.",
}
