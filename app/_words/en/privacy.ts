export const privacy = {
  title: "Privacy",
  description: "What this portal stores about people who report or read, for how long, and who can see it.",
  lead: "You can report without saying who you are. What you tell us about yourself is stored separately, shown to few people, and erased after a fixed time.",
  sections: {
    reading: {
      heading: "When you read",
      text: "Notices, figures and other pages for reading set no cookies and run no scripts. They load nothing from other servers: no fonts, no maps, no analytics. The portal’s own records contain no IP addresses. To prevent abuse, the portal counts the reports from one network for an hour under a code made with a secret key of the day; the code has no meaning on the next day.\n\nThe company or agency that runs the network and servers may see your IP address while it transmits your request. The portal does not ask for a copy of it.",
    },
    reporting: {
      heading: "When you report",
      text: "We store what you write, the addresses you report and the files you upload, together with the time. You do not have to give a name or a contact.\n\nIf you give a contact, it is encrypted with a key of its own and stored separately from the report. Staff who need to see it must state a reason, and this is recorded. It is erased after {contactDays} days at the latest, or immediately when you withdraw it on the page where you follow your report. The erasure is recorded, but not what was erased.\n\nIf you ask for e-mails about news, they say only that there is news and contain nothing from your report. The server that delivers them knows your e-mail address. You can stop them at any time.\n\nWhile you fill in the form, your answers are stored encrypted, for at most {draftHours} hours after the last one. The key is stored only in a cookie in your browser; without it, what we store cannot be read. What you typed into a form that was not accepted is stored in the same way, for at most {formHours} hours, so that you can correct it. After you submit the report, another cookie holds its number and secret code, encrypted, for at most 2 hours, so that you do not have to type them again. If your browser runs scripts, what you type, except your contact, is also stored on your device for the same time. You can delete your answers at any step.",
    },
    files: {
      heading: "Files you upload",
      text: "Files are checked for their type and, where a scanner is connected, for viruses; the result is shown in your report. Staff view a sanitised copy without hidden data such as the place where a photo was taken. The original, including such data, is kept unchanged: for {receivedDays} days after it was received, for {evidenceYears} years once the report belongs to a case, and for {appealDays} days after a report was declined, so that the decision can be contested. Until then the staff cannot delete it. Anyone who opens it must state a reason, and this is recorded. If a file could reveal who you are, remove that information before you upload it.",
    },
    receipt: {
      heading: "Your receipt",
      text: "Your receipt has a report number and a secret code. We store only a hash of the code, from which it cannot be recovered, so we cannot tell it to you again. Anyone who has both can see the progress of the report, so keep them to yourself.",
    },
    sharing: {
      heading: "Who can see it",
      text: "Moderators and case officers read reports. The authority to which a case is referred receives what it needs to act on it. What you write is not published; the figures count measures, not people.",
    },
    staff: {
      heading: "Staff",
      text: "Staff actions are recorded with the person’s name in an audit trail that cannot be changed without being noticed. The cookie with which staff sign in lasts one working day.",
    },
  },
}
