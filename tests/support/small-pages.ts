import { s3 } from "@/lib/store/objects/client"

const small = { MaxKeys: 2, MaxUploads: 2, MaxParts: 2 }

/** Runs something while the object store is asked for two rows a page, so that a few rows are several pages. */
export const inSmallPages = async <Result>(run: () => Promise<Result>): Promise<Result> => {
  const name = "small-pages"
  s3.middlewareStack.add((next) => (call) => next({ ...call, input: { ...call.input, ...small } }), {
    step: "initialize",
    name,
  })
  try {
    return await run()
  } finally {
    s3.middlewareStack.remove(name)
  }
}
