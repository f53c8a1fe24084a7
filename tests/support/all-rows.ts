type Page<Row> = { readonly rows: readonly Row[]; readonly next?: string }

/** The rows of all pages of a list. */
export const allRows = async <Row>(
  pageAt: (at: { readonly cursor?: string }) => Promise<Page<Row>>,
): Promise<Row[]> => {
  const found: Row[] = []
  let cursor: string | undefined
  do {
    const page = await pageAt(cursor ? { cursor } : {})
    found.push(...page.rows)
    cursor = page.next
  } while (cursor)
  return found
}
