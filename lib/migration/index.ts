export { getSchema, migrate, type SchemaState } from "./migrate"
