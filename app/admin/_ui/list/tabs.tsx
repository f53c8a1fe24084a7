import { To } from "@/app/admin/_ui/to"

type Props = {
  readonly label: string
  readonly current: string
  readonly tabs: readonly { readonly key: string; readonly label: string; readonly href: string }[]
}

/** Views of one list, as links. */
export const Tabs = ({ label, current, tabs }: Props) => (
  <nav className="links tabs" aria-label={label}>
    <ul>
      {tabs.map(({ key, label: text, href }) => (
        <li key={key} data-current={key === current || undefined}>
          {key === current ? (
            <span className="item" aria-current="page">
              {text}
            </span>
          ) : (
            <To href={href} className="item">
              {text}
            </To>
          )}
        </li>
      ))}
    </ul>
  </nav>
)
