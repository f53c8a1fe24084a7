export const privacy = {
  title: "Privacy",
  description: "What this portal stores about people who report or read, for how long, and who sees it.",
  lead: "You can report without saying who you are. What you do tell us is kept apart, seen by few, and erased in time.",
  sections: {
    reading: {
      heading: "When you read",
      text: "Notices, figures and the other pages to read set no cookie and run no script. They load nothing from other servers: no fonts, no maps, no counters. The portal's own records hold no IP address. To limit abuse it counts the reports of one network for an hour, under a code that is made with a secret key of the day and means nothing on the next.\n\nThe company or agency that runs the network and servers may see your IP address while it carries your request. The portal asks for no copy of it.",
    },
    reporting: {
      heading: "When you report",
      text: "We store what you write, the addresses you report and the files you send, together with the time. You need not give a name or a contact.\n\nIf you leave a contact, it is encrypted with a key of its own and stored apart from the report. An officer who needs it must state a reason, and that act is recorded. It is erased after {contactDays} days at the latest, or at once when you withdraw it on the page where you follow your report; that it was erased is recorded, without what it said.\n\nIf you ask for e-mails about news, they say that there is news and nothing of your report. The server that delivers them learns your address. You can stop them at any time.\n\nWhile you fill in the form, your answers are kept encrypted, for at most {draftHours} hours after the last one. The key is kept in a cookie of your browser and nowhere with us: what we hold cannot be read without it. After sending, another cookie holds your report's number and code, encrypted, for at most 2 hours, so that you need not type them again. Where scripts run, what you type, except your contact, is also kept on your device, for as long. You can delete your answers at any step.",
    },
    files: {
      heading: "Files you send",
      text: "Files are checked for their type and, where a scanner is connected, for viruses; your report shows what came of it. Officers look at a copy made anew, without hidden data such as the place where a photo was taken. The original, with such data in it, is kept unchanged as evidence for {evidenceYears} years; whoever opens it must state a reason, and that act is recorded. If a file could show who you are, take that out before you send it.",
    },
    receipt: {
      heading: "Your receipt",
      text: "Your receipt has a number and a secret code. We store only a fingerprint of the code, so we cannot tell it to you again. Whoever has both can see how the report is going, so keep them to yourself.",
    },
    sharing: {
      heading: "Who gets what",
      text: "Moderators and case officers read reports. The agency to which a case is referred gets what it needs to act on it. What you wrote is not published; the figures count measures, not people.",
    },
    staff: {
      heading: "Staff",
      text: "What staff do is recorded with their name, in an audit trail that cannot be changed unnoticed. Staff sign in with a cookie that lasts one working day.",
    },
  },
}
