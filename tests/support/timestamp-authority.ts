import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"

/** Tests of timestamps need OpenSSL's command, which is both the authority and the second opinion. */
export const hasOpenssl = spawnSync("openssl", ["version"]).status === 0

const settings = (digest: string) => `
[tsa]
default_tsa = authority
[authority]
serial = serial
crypto_device = builtin
signer_cert = signer.pem
certs = intermediate.pem
signer_key = signer.key
signer_digest = ${digest}
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`
const extensions = `
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[timestamps]
extendedKeyUsage = critical,timeStamping
`

type Kind = { readonly key: "rsa" | "ec"; readonly digest: "sha256" | "sha512" }

/** A folder with a root, an intermediate and a signer of timestamps, as OpenSSL makes them. */
export const newAuthority = ({ key, digest }: Kind) => {
  const folder = mkdtempSync(join(tmpdir(), "tsa-"))
  const run = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" })
  writeFileSync(join(folder, "tsa.cnf"), settings(digest))
  writeFileSync(join(folder, "extensions.cnf"), extensions)
  writeFileSync(join(folder, "serial"), "01\n")
  const newKey = (name: string) =>
    key === "rsa"
      ? run("genrsa", "-out", `${name}.key`, "2048")
      : run("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", `${name}.key`)
  const certify = (name: string, section: string, issuer?: string) => {
    newKey(name)
    run("req", "-new", "-key", `${name}.key`, "-subj", `/O=Test/CN=${name}`, "-out", `${name}.csr`)
    const by = issuer
      ? ["-CA", `${issuer}.pem`, "-CAkey", `${issuer}.key`, "-CAcreateserial"]
      : ["-signkey", `${name}.key`]
    const extended = ["-extfile", "extensions.cnf", "-extensions", section, "-days", "30"]
    run("x509", "-req", "-in", `${name}.csr`, "-out", `${name}.pem`, ...by, ...extended)
  }
  certify("root", "ca")
  certify("intermediate", "ca", "root")
  certify("signer", "timestamps", "intermediate")
  const answer = (query: Uint8Array): Buffer => {
    writeFileSync(join(folder, "query.tsq"), query)
    run(
      "ts",
      "-reply",
      "-config",
      "tsa.cnf",
      "-section",
      "authority",
      "-queryfile",
      "query.tsq",
      "-out",
      "answer.tsr",
    )
    return readFileSync(join(folder, "answer.tsr"))
  }
  return { folder, run, answer, roots: readFileSync(join(folder, "root.pem"), "utf8") }
}

/** A timestamp authority as others run it, at a port of this machine. */
export const servedAuthority = async (answer: (query: Uint8Array) => Uint8Array | undefined) => {
  const server = createServer(async (request, response) => {
    const bytes = answer(await buffer(request))
    if (!bytes) response.writeHead(503).end()
    else response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  }
}
