import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import { languageTags } from "@/app/_words/language"
import { consoleLocale } from "./_gate/console-locale"
import "./_ui/style/base.css"
import "./_ui/style/shell.css"
import "./_ui/style/list.css"
import "./_ui/style/form.css"
import "./_ui/style/phone.css"
import "./_ui/style/print.css"

export const metadata: Metadata = { robots: { index: false }, icons: "/favicon.svg" }

export const viewport: Viewport = { colorScheme: "light dark" }

const ConsoleDocument = async ({ children }: { children: ReactNode }) => (
  <html lang={languageTags[await consoleLocale()]}>
    <body>{children}</body>
  </html>
)
export default ConsoleDocument
