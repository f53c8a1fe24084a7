import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { accountAtPresent, accountsAtPresent } from "./accounts"
import { failedPage, policyFor, signInPage } from "./pages"
import { makeProvider, type ProviderOptions } from "./provider"
import { languageOf } from "./words"

const html = (response: ServerResponse, status: number, text: string) => {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(text)
}

/** The provider on loopback, with its sign-in page: choose an account, and that is all. */
export const startOpenId = async (options: ProviderOptions & { readonly port: number }) => {
  const provider = makeProvider(options)
  const handleRequest = provider.callback()
  const policy = policyFor(options.siteUrl)

  const interact = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const [, , uid = "", accountId] = url.pathname.split("/")
    const language = languageOf(url.searchParams.get("lang"), request.headers["accept-language"])
    const details = await provider.interactionDetails(request, response).catch(() => undefined)
    if (details?.uid !== uid) return html(response, 400, failedPage(language, options.siteUrl))
    if (accountId === undefined && request.method === "GET")
      return html(response, 200, signInPage(language, uid, accountsAtPresent(options.accountsPath)))
    const account = request.method === "POST" && accountAtPresent(options.accountsPath, accountId ?? "")
    if (!account) return html(response, 404, failedPage(language, options.siteUrl))
    await provider.interactionFinished(request, response, { login: { accountId: account.id } })
  }

  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", policy)
    response.setHeader("x-content-type-options", "nosniff")
    response.setHeader("referrer-policy", "no-referrer")
    const url = new URL(request.url ?? "/", options.issuer)
    if (!url.pathname.startsWith("/interaction/")) return void handleRequest(request, response)
    response.setHeader("cache-control", "no-store")
    interact(request, response, url).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) html(response, 500, failedPage("zh", options.siteUrl))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port, "127.0.0.1", resolve)
  })
  return {
    url: options.issuer,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
