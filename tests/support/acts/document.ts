import { callersOf } from "@/tests/architecture/callers"
import { type Lifecycle, lifecycles } from "./lifecycles"

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`

const tableOf = ({ states, acts, next, verbs }: Lifecycle) =>
  [
    row(["act", "verb", "who", ...states]),
    row(["---", "---", "---", ...states.map(() => "---")]),
    ...acts.map((act) => {
      const verb = verbs[act] ?? ""
      return row([
        act,
        `\`${verb}\``,
        (callersOf[verb] ?? []).join(", "),
        ...states.map((state) => next(state, act) ?? "–"),
      ])
    }),
  ].join("\n")

/** docs/acts.md: who may do what to which record in which state, and the state that it leads to. */
export const actsDocument = (): string => {
  const parts = [
    "# Who may do what, when",
    "Made by `npm run docs:acts` from the lifecycles and from the callers that the verbs name; do not edit it. A cell names the state after the act; a dash, that it is refused as a conflict. Who is not named is refused as forbidden, in every state. Some acts need more: the claim of a tip, a second person, the own authority's inbox.",
    ...Object.entries(lifecycles).flatMap(([name, lifecycle]) => [`## ${name}`, tableOf(lifecycle)]),
  ]
  return `${parts.join("\n\n")}\n`
}
