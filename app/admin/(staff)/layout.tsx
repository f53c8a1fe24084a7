import { unstable_rethrow } from "next/navigation"
import type { ReactNode } from "react"
import { consoleLocale } from "@/app/admin/_gate/console-locale"
import { staffContext } from "@/app/admin/_gate/session"
import { Shell } from "@/app/admin/_ui/shell/shell"
import { personOf } from "@/lib/kernel/context"

/** Without its frame while nobody can tell who is signed in; the page says why. */
const StaffLayout = async ({ children }: { children: ReactNode }) => {
  const ctx = await staffContext().catch((error: unknown) => {
    unstable_rethrow(error)
    return undefined
  })
  if (!ctx) return <main id="main">{children}</main>
  return (
    <Shell locale={await consoleLocale()} person={personOf(ctx)}>
      {children}
    </Shell>
  )
}
export default StaffLayout
