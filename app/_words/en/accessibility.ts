export const accessibility = {
  title: "Accessibility",
  description: "How accessible this portal is, how it was checked, and its known limitations.",
  lead: "This portal aims to meet level AA of the Web Content Accessibility Guidelines (WCAG) 2.2, in Chinese and in English.",
  sections: {
    works: {
      heading: "What works",
      text: "Everything on the public pages can be done with a keyboard alone, without a mouse, and without JavaScript. Pages can be enlarged to 400% and read on a screen 320 pixels wide. Each chart has a table with its numbers. Meaning is never conveyed by colour alone. Errors in a form are listed at the top, each with a link to the field, and what you typed is kept. There is no picture puzzle to solve.",
    },
    checked: {
      heading: "How it was checked",
      text: "The pages are built from tested components and checked with an automated tool (axe) and by eye, on narrow and wide screens. Automated tools find only some of the barriers. The portal has not been audited by an independent body or tested with people who use assistive technology, so we make no claim of conformance.",
    },
    gaps: {
      heading: "Known limitations",
      text: "The titles of some sources are available in English only, also on Chinese pages; they are marked as English for screen readers. Linked sources on other websites, and files submitted as evidence, are outside our control.",
    },
    tell: {
      heading: "If you cannot use a page",
      text: "Tell the copyright administration, and name the page. You do not have to give your name.",
    },
  },
  contactLink: "Contact for accessibility and general questions",
}
