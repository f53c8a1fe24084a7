import type { ReactNode } from "react"
import { shown } from "@/app/admin/_ui/shown"

type Column<Row> = {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  readonly isNumber?: boolean
}

type Props<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly empty: string
}

/** A list as a table; on a phone each row stands as a block with its labels. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf, empty }: Props<Row>) =>
  rows.length === 0 ? (
    <p className="empty">{empty}</p>
  ) : (
    <table className="data">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, isNumber }) => (
            <th key={key} scope="col" data-number={isNumber || undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ key, label, cell, isNumber }) => (
              <td key={key} data-label={label} data-number={isNumber || undefined}>
                <div>{shown(cell(row))}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
