import type { Context } from "@/lib/kernel/context"
import { type AnyParams, type Call, documentRoute, seeOther } from "./document-route"
import { holderOfCookie } from "./holder-cookie"

type WithHolder = { readonly holder: Context }

/** For the right holder of the browser's key; who has none is asked for it. */
export const ofHolder =
  <Given extends Call<AnyParams>>(handler: (call: Given & WithHolder) => Promise<Response>) =>
  async (call: Given): Promise<Response> => {
    const holder = await holderOfCookie(call.request, call.ctx)
    return holder ? handler({ ...call, holder }) : seeOther(`/${call.locale}/right-holders`)
  }

export const holderRoute = <Params extends AnyParams = AnyParams>(
  handler: (call: Call<Params> & WithHolder) => Promise<Response>,
) => documentRoute<Params>(ofHolder(handler))
