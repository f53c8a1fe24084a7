import Negotiator from "negotiator"

/** Whether a program asks for a table instead of JSON. */
export const wantsCsv = ({ headers }: Request): boolean => {
  const accept = headers.get("accept")
  const negotiator = new Negotiator({ headers: accept ? { accept } : {} })
  return negotiator.mediaType(["application/json", "text/csv"]) === "text/csv"
}
