import type { ReactNode } from "react"
import { consoleLocale } from "@/app/_adapter/console-locale"
import { staffContext } from "@/app/_adapter/session"
import { Shell } from "@/app/_ui/shell/shell"
import { personOf } from "@/lib/kernel/context"

const StaffLayout = async ({ children }: { children: ReactNode }) => (
  <Shell locale={await consoleLocale()} person={personOf(await staffContext())}>
    {children}
  </Shell>
)
export default StaffLayout
