import type { IncomingMessage } from "node:http"
import type { Readable } from "node:stream"
import busboy from "busboy"
import { S3Error } from "../protocol/errors"

/** A browser's form up to its file, which is still arriving. Field names are in lower case; what follows is ignored. */
export type UploadForm = {
  readonly fields: ReadonlyMap<string, string>
  readonly fileName: string
  readonly chunks: AsyncIterable<Buffer>
  /** Stops reading; the rest of the request may then be discarded. */
  abandon(): void
}

const fieldBytesMax = 20 * 1024

const parserOf = (req: IncomingMessage) => {
  try {
    const limits = { fieldSize: fieldBytesMax, fields: 200 }
    return busboy({ headers: req.headers, defParamCharset: "utf8", limits })
  } catch {
    throw new S3Error("MalformedPOSTRequest")
  }
}

/** Ends with the whole form, not with its file: a form cut off after the file is not a form. */
async function* untilFormEnds(file: Readable, ended: Promise<void>): AsyncGenerator<Buffer> {
  yield* file
  await ended
}

/** @throws S3Error MalformedPOSTRequest, MaxPostPreDataLengthExceeded, InvalidArgument when there is no file */
export const openUploadForm = async (req: IncomingMessage): Promise<UploadForm> => {
  const parser = parserOf(req)
  const fields = new Map<string, string>()
  const abandon = () => {
    req.unpipe(parser)
    parser.destroy()
  }
  const ended = new Promise<void>((resolve, reject) => {
    parser.once("close", resolve)
    // Each time: of a form that is broken and cut off it complains twice, and a second complaint would end the process.
    parser.on("error", () => reject(new S3Error("MalformedPOSTRequest")))
    req.once("close", () => req.complete || parser.destroy(new Error("the client went away")))
  })
  const opened = new Promise<UploadForm>((resolve, reject) => {
    let atFile = false
    const refuse = (error: S3Error) => {
      if (atFile) return
      reject(error)
      abandon()
    }
    parser.on("field", (name, value, info) => {
      if (info.valueTruncated) return refuse(new S3Error("MaxPostPreDataLengthExceeded"))
      fields.set(name.toLowerCase(), value)
    })
    parser.on("fieldsLimit", () => refuse(new S3Error("MaxPostPreDataLengthExceeded")))
    parser.on("file", (name, file, info) => {
      file.on("error", () => {})
      if (atFile) return file.resume()
      if (name !== "file")
        return refuse(new S3Error("InvalidArgument", "The only file of a form is its field 'file'."))
      atFile = true
      const chunks = untilFormEnds(file, ended)
      resolve({ fields: new Map(fields), fileName: info.filename ?? "", chunks, abandon })
    })
    ended.then(
      () => reject(new S3Error("InvalidArgument", "POST requires exactly one file upload per request.")),
      reject,
    )
  })
  req.pipe(parser)
  return opened
}
