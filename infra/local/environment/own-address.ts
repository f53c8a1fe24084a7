import type { IncomingMessage } from "node:http"

/** What a server in front would tell of a visitor, and a visitor may only pretend: nothing stands in front here. */
const told =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-portal-viewer|cf-connecting-ip|true-client-ip)$/

/** Puts the address of the connection in the place of all that the visitor said about it. */
export const tellOwnAddress = ({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): void => {
  for (const name of Object.keys(headers)) if (told.test(name)) delete headers[name]
  headers["x-forwarded-for"] = socket.remoteAddress ?? ""
}
