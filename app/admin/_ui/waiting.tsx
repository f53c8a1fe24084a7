"use client"
import { useLinkStatus } from "next/link"

/**
 * Shows inside a link that its page is on the way. There is no loading.tsx: a page that is refused or absent can
 * then still answer 403 or 404, which a streamed one cannot.
 */
export const Waiting = () => {
  const { pending } = useLinkStatus()
  return <span className="waiting" data-pending={pending || undefined} aria-hidden="true" />
}
