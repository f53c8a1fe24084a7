"use client"

type Props = {
  /** Of the field in the same form that a text is put into. */
  readonly name: string
  readonly label: string
  readonly texts: readonly { readonly code: string; readonly name: string; readonly text: string }[]
  readonly lang: string
}

/** Texts that are often written, to be put into a field and changed there. Without script they can be read and copied. */
export const ReadyTexts = ({ name, label, texts, lang }: Props) => (
  <details className="fold">
    <summary>{label}</summary>
    {texts.map((ready) => (
      <div key={ready.code} className="ready">
        <button
          type="button"
          onClick={({ currentTarget }) => {
            const field = currentTarget.form?.elements.namedItem(name)
            if (!(field instanceof HTMLTextAreaElement)) return
            field.value = field.value.trim() === "" ? ready.text : `${field.value}\n${ready.text}`
            field.focus()
          }}
        >
          {ready.name}
        </button>
        <p className="hint" lang={lang}>
          {ready.text}
        </p>
      </div>
    ))}
  </details>
)
