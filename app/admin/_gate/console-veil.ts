import { cookies } from "next/headers"
import { cache } from "react"

export const veilCookie = "console-veil"

/** Whether pictures of evidence are veiled until each is asked for: so, until the person chooses otherwise. */
export const consoleVeil = cache(
  async (): Promise<boolean> => (await cookies()).get(veilCookie)?.value !== "off",
)
