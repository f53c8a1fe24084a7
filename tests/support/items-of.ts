import { ScanCommand } from "@aws-sdk/lib-dynamodb"
import { documents } from "@/lib/store/table"

/** All that a table holds, as text to search in. */
export const itemsOf = async (table: string) => {
  const texts: string[] = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await documents.send(
      new ScanCommand({ TableName: table, ...(from ? { ExclusiveStartKey: from } : {}) }),
    )
    texts.push(JSON.stringify(page.Items))
    from = page.LastEvaluatedKey
  } while (from)
  return texts.join("\n")
}
