/**
 * What the data of this version of the portal looks like. A change that code of before cannot read, or that present
 * code needs in records of before, raises it and has a step in lib/migration.
 */
export const schemaVersion = 4

/** Of the item that says what is stored. */
export const schemaKey = { pk: "schema", sk: "schema" } as const
