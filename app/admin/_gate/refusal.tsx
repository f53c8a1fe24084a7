type Props = { readonly title: string; readonly detail: string }

export const Refusal = ({ title, detail }: Props) => (
  <div className="problem" role="alert">
    <h1>{title}</h1>
    <p>{detail}</p>
  </div>
)
