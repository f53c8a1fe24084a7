export { type Columns, columnsNamed } from "./columns"
export { csvRows } from "./csv-rows"
export { type Row, rowKilobytesMax, TableEnds } from "./row"
