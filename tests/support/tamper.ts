import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { documents } from "@/lib/store/table"

// What somebody does who can write to the table, behind the portal's back.

const TableName = () => setting("TABLE_NAME")
export const eventKey = (tipId: string, seq: number) => ({
  pk: tipId,
  sk: `event#${tipId}#${String(seq).padStart(8, "0")}`,
})
export const tipKey = (tipId: string) => ({ pk: tipId, sk: "tip" })

type Key = { readonly pk: string; readonly sk: string }
export const get = async (Key: Key) =>
  (await documents.send(new GetCommand({ TableName: TableName(), Key }))).Item
export const put = (Item: Record<string, unknown>) =>
  documents.send(new PutCommand({ TableName: TableName(), Item }))
export const remove = (Key: Key) => documents.send(new DeleteCommand({ TableName: TableName(), Key }))
export const set = (Key: Key, name: string, value: unknown) =>
  documents.send(
    new UpdateCommand({
      TableName: TableName(),
      Key,
      UpdateExpression: "SET #name = :value",
      ExpressionAttributeNames: { "#name": name },
      ExpressionAttributeValues: { ":value": value },
    }),
  )
export const unset = (Key: Key, name: string) =>
  documents.send(
    new UpdateCommand({
      TableName: TableName(),
      Key,
      UpdateExpression: "REMOVE #name",
      ExpressionAttributeNames: { "#name": name },
    }),
  )
