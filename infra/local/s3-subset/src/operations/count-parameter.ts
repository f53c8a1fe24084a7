import { S3Error } from "../protocol/errors"
import type { RequestTarget } from "../protocol/request-target"

/** A whole number from 0 on in the query, or undefined where it is absent. @throws S3Error InvalidArgument */
export const countParameter = ({ query }: RequestTarget, name: string): number | undefined => {
  const text = query.get(name)
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new S3Error("InvalidArgument", `${name} must be a number from 0 on.`)
  return Number(text)
}

/** How many entries a page of a list may have; S3 never gives more than 1,000. @throws S3Error InvalidArgument */
export const pageSize = (target: RequestTarget, name: string): number =>
  Math.min(countParameter(target, name) ?? 1000, 1000)
