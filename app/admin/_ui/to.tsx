import Link from "next/link"
import type { ReactNode } from "react"
import { Waiting } from "./waiting"

type Props = { readonly href: string; readonly className?: string; readonly children: ReactNode }

/** A link inside the console. */
export const To = ({ href, className, children }: Props) => (
  <Link href={href} prefetch={false} className={className}>
    {children}
    <Waiting />
  </Link>
)
