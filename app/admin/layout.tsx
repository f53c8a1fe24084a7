import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import { consoleLocale } from "@/app/_adapter/console-locale"
import { languageTags } from "@/app/_document/language"
import "@/app/_ui/style/base.css"
import "@/app/_ui/style/shell.css"
import "@/app/_ui/style/list.css"
import "@/app/_ui/style/form.css"
import "@/app/_ui/style/phone.css"
import "@/app/_ui/style/print.css"

export const metadata: Metadata = { robots: { index: false }, icons: "/favicon.svg" }

export const viewport: Viewport = { colorScheme: "light dark" }

const ConsoleDocument = async ({ children }: { children: ReactNode }) => (
  <html lang={languageTags[await consoleLocale()]}>
    <body>{children}</body>
  </html>
)
export default ConsoleDocument
