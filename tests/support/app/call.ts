type Handler<Params> = (request: Request, given: { params: Promise<Params> }) => Promise<Response>

const origin = "http://localhost:3000"

type Init<Params> = {
  readonly params?: Params
  readonly headers?: Readonly<Record<string, string>>
  /** Anything but text is sent as JSON. */
  readonly body?: unknown
}

/** Calls a route's handler with a real request, as Next does. */
export const call = async <Params extends object = object>(
  handler: Handler<Params>,
  path: string,
  { params = {} as Params, headers = {}, body }: Init<Params> = {},
) => {
  const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }
  const request = new Request(new URL(path, origin), {
    method: body === undefined ? "GET" : "POST",
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...sent,
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  return { response, status: response.status, json: await jsonOf(response) }
}

/** As loose as what a client of the API sees, before it is held against the contract. */
const jsonOf = async (response: Response) =>
  response.headers.get("content-type")?.includes("json") ? response.clone().json() : undefined
