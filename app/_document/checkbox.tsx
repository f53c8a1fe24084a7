type Props = {
  readonly id: string
  readonly value: string
  readonly label: string
  readonly hint: string
  readonly isChecked: boolean
}

/** One thing to say yes to. */
export const Checkbox = ({ id, value, label, hint, isChecked }: Props) => (
  <div className="govuk-form-group">
    <div className="govuk-checkboxes">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={id}
          name={id}
          type="checkbox"
          value={value}
          defaultChecked={isChecked}
          aria-describedby={`${id}-hint`}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {label}
        </label>
        <div id={`${id}-hint`} className="govuk-hint govuk-checkboxes__hint">
          {hint}
        </div>
      </div>
    </div>
  </div>
)
