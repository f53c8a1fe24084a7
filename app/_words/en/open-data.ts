export const openData = {
  title: "Open data",
  description: "The campaigns' figures and the notices as JSON and CSV, free to use.",
  lead: "Everything on the campaign and notice pages is available in machine-readable form, without a key or registration, from any website.",
  addresses: "Addresses",
  what: "Content",
  address: "Address",
  format: "Format",
  campaigns: "All campaigns",
  campaign: "One campaign with its figures",
  figures: "The figures of one campaign",
  notices: "All published notices",
  notice: "One notice in both languages",
  feed: "Feed of notices",
  interfaceDescription: "Full API description",
  perCampaign: "Figures by campaign",
  fields: "Fields of a figure",
  field: "Field",
  meaning: "Meaning",
  meanings: {
    metric: "Identifier of the metric, for example links-removed",
    unit: "The unit of the value: websites, links, items, cases or CNY (yuan)",
    value: "The number, in the given unit",
    status:
      "interim (published while the campaign was running), final (published after its end), or running (counted from the ledger, not approved)",
    asOf: "The date up to which the figure counts; empty if the source does not state it",
    publishedOn: "When the figure was published, as precise as the source gives it",
    precision:
      "exact, rounded (the source rounds or says “about”), at-least (“more than”) or at-most (“up to”)",
    rounded: "true if the source gives anything but an exact number",
    counts: "What the number counts where that is wider than the metric, for example websites-and-apps",
    note: "Any further remark of the source about the figure",
    sources: "Title, publisher, date, address, and whether the source is official",
    ledger:
      "For a figure published by this portal: its revision and the number of ledger entries it sums; in CSV, revision and entries",
  },
  absent:
    "A figure that has not been published is absent. This does not mean zero and must not be read as zero. Interim figures are included in the final figures and must not be added to them.",
  licence: "Licence",
  licenceText:
    "The figures are facts and may be used freely. The portal’s own texts and data files may be used under CC BY 4.0: name this portal and link to the page. Quoted sources have their own terms.",
}
