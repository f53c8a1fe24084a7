import { setting } from "@/lib/kernel/config"
import type { Context } from "@/lib/kernel/context"
import { originOf } from "@/lib/limits"

/** What stands for the visitor's address. The address itself goes no further than this line. */
export const viewerOrigin = (request: Request, { now }: Context): string =>
  // The last is what the nearest server wrote; those before it a visitor can invent.
  originOf(request.headers.get(setting("VIEWER_ADDRESS_HEADER"))?.split(",").at(-1), now)
