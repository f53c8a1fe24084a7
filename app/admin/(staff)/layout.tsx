import type { ReactNode } from "react"
import { consoleLocale } from "@/app/admin/_gate/console-locale"
import { staffContext } from "@/app/admin/_gate/session"
import { Shell } from "@/app/admin/_ui/shell/shell"
import { personOf } from "@/lib/kernel/context"

const StaffLayout = async ({ children }: { children: ReactNode }) => (
  <Shell locale={await consoleLocale()} person={personOf(await staffContext())}>
    {children}
  </Shell>
)
export default StaffLayout
