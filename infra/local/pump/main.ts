import { localEnvironment } from "@/infra/local/environment/environment"

const { dataDir, variables } = await localEnvironment(process.env)
Object.assign(process.env, variables)

// After the environment is set: the clients read their endpoints as they are made.
const { arrivals, repeated, stream } = await import("./pipeline")
const { pump } = await import("./pump")

const stop = new AbortController()
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort())

await pump(
  {
    dataDir,
    tableName: variables.TABLE_NAME,
    stream,
    journal: {
      s3Url: variables.AWS_ENDPOINT_URL_S3,
      secretAccessKey: variables.AWS_SECRET_ACCESS_KEY,
      consumers: arrivals,
    },
    repeated,
    log: (line) => console.log(line),
  },
  stop.signal,
)
process.exit()
