import type { Role } from "@/lib/kernel/actor"

export const console = {
  brand: "Sword Net console",
  skip: "Skip to main content",
  navigation: "Sections",
  signOut: "Sign out",
  and: ", ",
  home: "Go to my start page",
  demo: "Demo",
  sections: {
    queue: "Queue",
    cases: "Cases",
    referrals: "Referrals",
    ledger: "Ledger",
    notices: "Notices",
    campaigns: "Campaigns",
    authorities: "Authorities",
    people: "People",
    audit: "Audit",
    health: "Health",
  },
  roles: {
    moderator: {
      name: "Moderator",
      does: "Works through the tip queue: claims tips, accepts or declines them, and reviews evidence.",
    },
    "case-officer": {
      name: "Case officer",
      does: "Handles cases, refers them to authorities, records measures, and closes cases together with another case officer.",
    },
    "agency-officer": {
      name: "Agency officer",
      does: "Receives the referrals to their own authority only, acts on them, records measures and reports back.",
    },
    publisher: {
      name: "Publisher",
      does: "Writes notices and drafts figures; another publisher must approve them before they become public.",
    },
    auditor: { name: "Auditor", does: "Can view everything, changes nothing, and verifies the audit trail." },
    administrator: {
      name: "Administrator",
      does: "Views settings, health, reconciliation and the audit trail. Accounts and roles are managed in the OpenID provider.",
    },
  } satisfies Record<Role, { name: string; does: string }>,
  signIn: {
    title: "Sign in to the console",
    lead: "For staff of the copyright administration and the participating agencies.",
    go: "Sign in",
    note: "You are taken to your organisation’s sign-in service and returned here afterwards. A session lasts eight hours.",
    ended: "You have signed out.",
    failed: "Sign-in was not completed. Try again; if it fails again, contact your administrator.",
    noRole: "Your account has no role in this portal. Contact your administrator.",
    public: "Go to the public pages",
  },
  forbidden: {
    title: "Your role does not allow you to view this page",
    detail: "If you need it for your work, ask an administrator for the role.",
  },
  notFound: { title: "Page or record not found", detail: "Check the address, or go back to a list." },
  form: {
    done: "Done.",
    optional: "(optional)",
    lastChange: "{by}: {did}, {at}.",
    lapsed: {
      title: "Your session has ended",
      detail: "Nothing was changed, and what you typed is still here.",
    },
    reload: "Show the current state and keep my text",
    conflict: { theirs: "What is saved now", keepMine: "Keep my text", takeTheirs: "Take the saved text" },
    signInAgain: "Sign in again in a new tab, then submit this form again",
  },
  list: { pages: "Pages", first: "First page", next: "Next page" },
  trail: { title: "History", reporter: "Reporter", system: "System" },
}
