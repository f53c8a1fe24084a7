import { reactedTo } from "../lib/pipeline/reacted-to"

const type = { S: [...reactedTo] }

/**
 * What the table's stream hands to the reactions: events that something follows from, and tips, which carry their first
 * event and the one of their decision within (docs/decisions/0003 and 0097). What was moved out of a record was told
 * before.
 */
export const reacted = [
  {
    eventName: ["INSERT"],
    dynamodb: { NewImage: { __edb_e__: { S: ["event"] }, type, isMoved: { BOOL: [{ exists: false }] } } },
  },
  { eventName: ["INSERT"], dynamodb: { NewImage: { __edb_e__: { S: ["tip"] } } } },
  { eventName: ["MODIFY"], dynamodb: { NewImage: { __edb_e__: { S: ["tip"] }, decision: { M: { type } } } } },
]
