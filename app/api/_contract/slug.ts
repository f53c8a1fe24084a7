import { z } from "zod"
import { DomainError } from "@/lib/kernel/errors"

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

/**
 * The slug in an address. A malformed slug is reported as not found.
 * @throws {DomainError} not-found
 */
export const slugOf = ({ slug }: { readonly slug: string }, reason: "campaign" | "notice"): string => {
  if (!Slug.safeParse(slug).success) throw new DomainError("not-found", { reason })
  return slug
}
