import type { AttributeValue } from "@aws-sdk/client-dynamodb"
import { unmarshall } from "@aws-sdk/util-dynamodb"
import type { DynamoDBRecord } from "aws-lambda"

/** The item as a stream record shows it after the change; undefined when it was removed. */
export const itemIn = ({ dynamodb }: DynamoDBRecord): Record<string, unknown> | undefined =>
  // The two packages name the same shape apart.
  dynamodb?.NewImage && unmarshall(dynamodb.NewImage as Record<string, AttributeValue>)

/** Where the changed item lies; undefined in a record that names no item of the table. */
export const keyIn = ({ dynamodb }: DynamoDBRecord): { pk: string; sk: string } | undefined => {
  const { pk, sk } = dynamodb?.Keys ?? {}
  return pk?.S !== undefined && sk?.S !== undefined ? { pk: pk.S, sk: sk.S } : undefined
}
