export const consoleKnownGood = {
  title: "Domains known as good",
  toAuthorities: "Authorities",
  lead: "Before a case is referred, its sites are held against this list. Who approves the referral of such a site, or of one whose host others share, has to say why.",
  domain: "Domain",
  domainHint: "For example library.example. All that lies below it counts as well.",
  reason: "Reason",
  by: "Added by",
  at: "Added",
  add: "Add a domain",
  remove: "Remove",
  empty: "Nothing has been added yet.",
  builtIn: "Known from the start",
  builtInNote:
    "These domains are part of the portal, and so are the platforms on which things are reported and the suffixes under which anybody gets a host.",
}
