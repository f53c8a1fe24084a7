import { createWriteStream, mkdirSync, renameSync } from "node:fs"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { SMTPServer, type SMTPServerDataStream } from "smtp-server"
import { localEnvironment } from "@/infra/local/environment/environment"

const { ports, mailDir } = await localEnvironment(process.env)
mkdirSync(mailDir, { recursive: true })

let kept = 0

/** Whole or not at all under its name, so that who watches the folder never reads half a mail. */
const keep = async (mail: SMTPServerDataStream) => {
  const name = `${new Date().toISOString().replaceAll(":", "-")}-${++kept}.eml`
  const path = join(mailDir, name)
  await pipeline(mail, createWriteStream(`${path}.part`))
  renameSync(`${path}.part`, path)
}

/** Takes every mail and passes none on. */
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onData: (mail, _session, done) => {
    keep(mail).then(() => done(), done)
  },
})
server.on("error", (error) => console.error(error.message))
server.listen(ports.mail, "127.0.0.1")
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close(() => process.exit()))
