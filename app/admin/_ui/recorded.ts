type Data = Readonly<Record<string, unknown>>

/** One item of what an event recorded; absent on the side where it was not, or is not known. */
export type Recorded = {
  readonly name: string
  readonly before?: string | undefined
  readonly after?: string | undefined
}

const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return value.join(", ")
  return JSON.stringify(value) ?? ""
}

/** Each value by the names that lead to it. */
const flat = (data: Data, path = ""): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(data).flatMap(([name, value]) =>
      isData(value)
        ? [...flat(value, `${path}${name}.`)]
        : value === undefined
          ? []
          : [[`${path}${name}`, textOf(value)] as const],
    ),
  )

/** What changed from the one to the other. */
const changes = (from: Data, to: Data): Recorded[] => {
  const [was, is] = [flat(from), flat(to)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => ({ name, before: was.get(name), after: is.get(name) }))
}

/**
 * All that an event recorded, as it was before and after. One that says from what to what it changed something tells of
 * both, and only of what is another now.
 * @param earlier what events before it recorded of the same record: the latest value of each name
 */
export const recordedIn = (data: Data, earlier: ReadonlyMap<string, string> = new Map()): Recorded[] => {
  const { from, to, ...rest } = data
  const said = (one: Data) =>
    [...flat(one)].map(([name, after]): Recorded => {
      const before = earlier.get(name)
      return before === undefined || before === after ? { name, after } : { name, before, after }
    })
  if (isData(from) && isData(to)) return [...changes(from, to), ...said(rest)]
  if (from !== undefined && to !== undefined)
    return [{ name: "", before: textOf(from), after: textOf(to) }, ...said(rest)]
  return said(data)
}

type Told = { readonly eventId: string; readonly subject: string; readonly data: Data }

/** What each event of one file recorded, beside what was there before. @param events oldest first */
export const recordedInFile = (events: readonly Told[]): ReadonlyMap<string, Recorded[]> => {
  const known = new Map<string, Map<string, string>>()
  return new Map(
    events.map(({ eventId, subject, data }) => {
      const earlier = known.get(subject) ?? new Map<string, string>()
      const recorded = recordedIn(data, earlier)
      known.set(subject, new Map([...earlier, ...flat(data)]))
      return [eventId, recorded]
    }),
  )
}
