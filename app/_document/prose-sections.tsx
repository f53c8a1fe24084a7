type Section = { readonly heading: string; readonly text: string }

/** Headed sections of plain paragraphs; an empty line begins a new one. */
export const ProseSections = ({ sections }: { sections: readonly Section[] }) =>
  sections.map(({ heading, text }) => (
    <section key={heading}>
      <h2 className="govuk-heading-m">{heading}</h2>
      {text.split("\n\n").map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </section>
  ))
