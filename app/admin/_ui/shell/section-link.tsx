"use client"
import Link from "next/link"
import { usePathname } from "next/navigation"
import type { ReactNode } from "react"
import { Waiting } from "@/app/admin/_ui/waiting"

type Props = { readonly href: string; readonly children: ReactNode }

export const SectionLink = ({ href, children }: Props) => {
  const path = usePathname()
  const isHere = href === "/admin" ? path === href || path.startsWith("/admin/tips") : path.startsWith(href)
  return (
    <Link href={href} prefetch={false} className="item" aria-current={isHere ? "page" : undefined}>
      {children}
      <Waiting />
    </Link>
  )
}
