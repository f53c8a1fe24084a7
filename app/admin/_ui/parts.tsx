import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"
import { shown } from "./shown"

type SectionProps = { readonly id: string; readonly title: string; readonly children: ReactNode }

export const Section = ({ id, title, children }: SectionProps) => (
  <section className="card" aria-labelledby={id}>
    <h2 id={id}>{shown(title)}</h2>
    {children}
  </section>
)

export const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="fold">
    <summary>{title}</summary>
    {children}
  </details>
)

export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode] | undefined)[] }) => (
  <dl className="facts">
    {facts.flatMap((fact) =>
      fact
        ? [
            <div key={fact[0]}>
              <dt>{fact[0]}</dt>
              <dd>{shown(fact[1])}</dd>
            </div>,
          ]
        : [],
    )}
  </dl>
)

export const Badge = ({
  tone,
  children,
}: {
  tone?: "good" | "bad" | "warn" | "calm"
  children: ReactNode
}) => (
  <span className="badge" data-tone={tone}>
    {children}
  </span>
)

/** Marks what the demo seed made. */
export const DemoMark = ({ locale, demo }: { locale: Locale; demo: boolean | undefined }) =>
  demo ? <Badge tone="calm">{wordsFor(locale, "console")("demo")}</Badge> : null
