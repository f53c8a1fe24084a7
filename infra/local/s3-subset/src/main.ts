import { join } from "node:path"
import { startS3 } from "./start-server"

const required = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

const explain = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === "EADDRINUSE") return `port ${process.env.PORT_S3} is taken; set PORT_S3 to a free one`
  if (message?.includes("database is locked")) return "another process uses this DATA_DIR; end it first"
  return message ?? String(error)
}

try {
  const server = await startS3({
    dataDir: join(required("DATA_DIR"), "s3"),
    port: Number(required("PORT_S3")),
    region: required("AWS_REGION"),
    credentials: {
      accessKeyId: required("AWS_ACCESS_KEY_ID"),
      secretAccessKey: required("AWS_SECRET_ACCESS_KEY"),
    },
  })
  const stop = () => void server.close().then(() => process.exit(0))
  process.once("SIGTERM", stop).once("SIGINT", stop)
  console.log(`s3 ready at ${server.url}`)
} catch (error) {
  console.error(`s3: ${explain(error)}`)
  process.exitCode = 1
}
