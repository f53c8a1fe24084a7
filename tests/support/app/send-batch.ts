import { POST } from "@/app/api/v1/tips-bulk/route"

export type RowAnswer = {
  readonly row: number
  readonly status: "created" | "exists" | "invalid" | "failed"
  readonly tipId?: string
  readonly receipt?: { readonly number: string; readonly code: string }
  readonly errors?: readonly { readonly pointer: string; readonly rule: string; readonly message: string }[]
}

type Body = string | Uint8Array | AsyncIterable<string | Uint8Array>

/** Anything as a body that comes in pieces. */
const streamed = (body: AsyncIterable<string | Uint8Array>) => {
  const encoder = new TextEncoder()
  const pieces = body[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value)
      } catch (error) {
        controller.error(error)
      }
    },
  })
}

export const ndjson = "application/x-ndjson"
export const csv = "text/csv; charset=utf-8"

export const postBatch = (key: string | undefined, body: Body, type = ndjson, headers = {}) => {
  const isWhole = typeof body === "string" || body instanceof Uint8Array
  const request = new Request("http://localhost:3000/api/v1/tips:bulk", {
    method: "POST",
    headers: { "content-type": type, ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    body: isWhole ? (body as BodyInit) : streamed(body),
    duplex: "half",
  } as RequestInit)
  return POST(request, { params: Promise.resolve({}) })
}

export const answersOf = async (response: Response): Promise<RowAnswer[]> =>
  (await response.text())
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))

export const sendBatch = async (key: string, body: Body, type = ndjson) => {
  const response = await postBatch(key, body, type)
  return { status: response.status, answers: response.ok ? await answersOf(response) : [], response }
}

export const linesOf = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("")
