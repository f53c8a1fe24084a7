import { DynamoDB } from "@aws-sdk/client-dynamodb"
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb"

/** A store that is silent is as good as gone: better an answer that says so than a page that never comes. */
const timeouts = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true }

/** The client beneath, which speaks the plain protocol. */
export const dynamo = new DynamoDB({
  region: process.env.AWS_REGION ?? "us-east-1",
  requestHandler: timeouts,
})

// It would copy each request and answer for a log that nobody keeps, which is 6 % of what a request costs here.
dynamo.middlewareStack.remove("loggerMiddleware")

export const documents = DynamoDBDocumentClient.from(dynamo, {
  marshallOptions: { removeUndefinedValues: true },
})

/** How each entity reaches the table. The name is absent while Next builds, when nothing is read. */
export const tableConfig = {
  client: documents,
  table: process.env.TABLE_NAME,
}

/** The service name that every entity's model states. */
export const service = "portal"
