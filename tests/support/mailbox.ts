import { text } from "node:stream/consumers"
import { SMTPServer } from "smtp-server"
import { freePort } from "@/infra/local/environment/ports"

/** As a mail program puts headers and quoted-printable lines together again. */
const unfolded = (mail: string) =>
  mail
    .replaceAll("=\r\n", "")
    .replaceAll(/\r\n[ \t]+/g, " ")
    .replaceAll("=3D", "=")

/** A mail server that keeps what it is given, and refuses with `refusal` while that is set. */
export const openMailbox = async () => {
  const mails: string[] = []
  const box: { refusal?: number } = {}
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      done(
        box.refusal === undefined ? null : Object.assign(new Error("not now"), { responseCode: box.refusal }),
      ),
    onData: (mail, _session, done) => {
      text(mail).then((whole) => {
        mails.push(unfolded(whole))
        done()
      }, done)
    },
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (code?: number) => {
      if (code === undefined) delete box.refusal
      else box.refusal = code
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
