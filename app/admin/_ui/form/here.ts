"use client"
import { usePathname, useSearchParams } from "next/navigation"

/** The address of the page. A form that names none is sent there too, but the standard wants a name or nothing. */
export const useHere = (): string => {
  const path = usePathname()
  const search = useSearchParams().toString()
  return search ? `${path}?${search}` : path
}
