import { html } from "@/app/_document/html"
import { SendingFrame } from "@/app/_document/sending-frame"
import { documentRoute, seeOther } from "./document-route"

type Sending = {
  /** The frame's own address below the language. */
  readonly path: string
  /** What the store sends back as `sent`. */
  readonly sent: RegExp
  /** Where what became of it is shown, below the language. */
  readonly next: (sent: string) => string
}

/**
 * What the frame beside a form to the store shows, before and after. It asks for no cookie: some browsers send none
 * into a frame that comes by way of the store.
 */
export const sendingRoute = ({ path, sent, next }: Sending) =>
  documentRoute(async ({ request, locale }) => {
    const query = new URL(request.url).searchParams
    const sentId = sent.exec(query.get("sent") ?? "")?.[0]
    // The store adds what it knows of the object; that belongs in no address.
    if (sentId && query.has("key")) return seeOther(`/${locale}${path}?sent=${sentId}`)
    const nextHref = sentId && `/${locale}${next(sentId)}`
    return html(<SendingFrame locale={locale} nextHref={nextHref} />, { policy: { isFramed: true } })
  })
