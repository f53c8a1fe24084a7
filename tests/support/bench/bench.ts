export type Table = {
  readonly title: string
  readonly rows: readonly Readonly<Record<string, string | number>>[]
  /** What the numbers are to be held against. */
  readonly note?: string
}

export type Bench = (show: (table: Table) => void) => Promise<void>

export const number = (value: number, digits = 0) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })
export const ratio = (value: number, baseline: number) => `${number(value / baseline, 2)}x`
export const megabytes = (bytes: number) => number(bytes / 1024 ** 2)

/** As Markdown, so that it can be pasted into a page as it is. */
export const markdown = ({ title, rows, note }: Table): string => {
  const heads = Object.keys(rows[0] ?? {})
  const lines = [heads, ...rows.map((row) => heads.map((head) => String(row[head] ?? "")))]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const written = lines.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  )
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`
  const [head = "", ...body] = written
  return [`\n${title}\n`, head, rule, ...body, ...(note ? [`\n${note}`] : [])].join("\n")
}
