import { withoutInvisible } from "@/lib/kernel/text"

/** The columns that a kind of table has, and how people write them. */
export type Columns = {
  /** The field that a column's name means; as it is, where it means none. */
  readonly named: (name: string) => string
  readonly isColumn: (name: string) => boolean
  /** A cell as its field holds it. */
  readonly cellOf: (column: string, cell: string) => string
  /** The column that may stand there several times and holds a list. */
  readonly list?: string
}

/** What two spellings of a name or a choice have in common. */
const spellingOf = (text: string) =>
  withoutInvisible(text)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s_*:-]/g, "")

/**
 * Columns by the names that people write over them, beside the field's own.
 * @param choices of a column: its values, each with the words that mean it
 */
export const columnsNamed = (
  names: Readonly<Record<string, readonly string[]>>,
  choices: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  list?: string,
): Columns => {
  const columnOf = new Map(
    Object.entries(names).flatMap(([column, others]) =>
      [column, ...others].map((name) => [spellingOf(name), column] as const),
    ),
  )
  const choiceOf = new Map(
    Object.entries(choices).flatMap(([column, values]) =>
      Object.entries(values).flatMap(([value, words]) =>
        words.map((word) => [`${column} ${spellingOf(word)}`, value] as const),
      ),
    ),
  )
  /** A number behind the name counts the columns of a list; a remark in brackets is none of the name. */
  const named = (name: string) => {
    const plain = spellingOf(name)
    const column = columnOf.get(plain) ?? columnOf.get(plain.replace(/[（(].*[）)]$/u, ""))
    if (column) return column
    const numbered = columnOf.get(plain.replace(/\d+$/, ""))
    return numbered !== undefined && numbered === list ? numbered : withoutInvisible(name).trim()
  }
  return {
    named,
    isColumn: (name) => Object.hasOwn(names, named(name)),
    cellOf: (column, cell) => choiceOf.get(`${column} ${spellingOf(cell)}`) ?? cell,
    ...(list ? { list } : {}),
  }
}
