import { type Method, refusingWith } from "@/app/_http/methods"
import { documentRoute } from "./document-route"

/** Handlers for the methods that a page or a form does not have, answered to people. */
export const refusing = (...allowed: readonly Method[]) =>
  refusingWith(allowed, (failure) =>
    documentRoute(async () => {
      throw failure
    }),
  )
