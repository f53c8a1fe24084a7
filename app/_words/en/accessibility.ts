export const accessibility = {
  title: "Accessibility",
  description: "How accessible this portal is, how that was checked, and what is not good enough yet.",
  lead: "This portal aims at level AA of the Web Content Accessibility Guidelines (WCAG) 2.2, in Chinese and in English.",
  sections: {
    works: {
      heading: "What you can rely on",
      text: "Everything a citizen does here works with a keyboard alone, without a mouse, and without JavaScript. Pages can be enlarged to 400% and read on a screen of 320 pixels. Each chart has its numbers beside it as a table. Meaning is never given by colour alone. Errors in a form are listed at its top, each with a link to its place, and what you typed is kept. There is no picture puzzle to solve.",
    },
    checked: {
      heading: "How it was checked",
      text: "The pages are built from tested parts and checked by an automatic tool (axe) and by eye, on narrow and wide screens. Automatic tools find only a part of all barriers. The portal has not yet been audited by an independent body, nor tested with people who use assistive technology. For that reason we state no conformance.",
    },
    gaps: {
      heading: "What is not good enough yet",
      text: "The titles of some sources exist in English only, also on Chinese pages; they are marked as English for screen readers. Linked sources on other websites, and files sent as evidence, are outside our control.",
    },
    tell: {
      heading: "If something keeps you out",
      text: "Tell the copyright administration through the report form; write in the description that it is about accessibility and which page it was. You need not leave your name; with the receipt you can see the answer.",
    },
  },
  reportLink: "Open the report form",
}
