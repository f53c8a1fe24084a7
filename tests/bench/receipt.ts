import { randomBytes, scryptSync } from "node:crypto"
import { newSecrets } from "@/infra/local/environment/secrets"
import { sameText } from "@/lib/kernel/crypto"
import { hashOfCode, newIdentity, numberOf } from "@/lib/reporter"
import { sign } from "@/lib/reporter/receipt"
import { type Bench, number, ratio } from "@/tests/support/bench/bench"

const microseconds = async (times: number, work: () => unknown) => {
  for (let warm = 0; warm < times / 10; warm++) await work()
  const start = process.hrtime.bigint()
  for (let at = 0; at < times; at++) await work()
  return Number(process.hrtime.bigint() - start) / 1_000 / times
}

export const bench: Bench = async (show) => {
  const { receiptKey, statementKey } = await newSecrets()
  Object.assign(process.env, {
    RECEIPT_KEY: receiptKey,
    STATEMENT_KEY: statementKey,
    SITE_URL: "http://localhost:3000",
  })
  const { tipId, code } = newIdentity()
  const stored = hashOfCode(tipId, code)
  const statement = {
    number: numberOf(tipId),
    receivedAt: new Date().toISOString(),
    contentHash: "0".repeat(64),
    files: [],
  }
  const salt = randomBytes(16)

  const make = await microseconds(20_000, () => {
    const made = newIdentity()
    return hashOfCode(made.tipId, made.code)
  })
  const check = await microseconds(20_000, () => sameText(hashOfCode(tipId, code), stored))
  const signing = await microseconds(2_000, () => sign(statement))
  const scrypt = await microseconds(20, () => scryptSync(code, salt, 32))
  const row = (what: string, cost: number) => ({
    what,
    µs: number(cost, 1),
    "of a scrypt": `1/${number(scrypt / cost)}`,
  })
  show({
    title: "Receipt: a random code of 80 bits under a keyed hash, beside a password hash",
    rows: [
      row("make number and code, hash the code", make),
      row("check a code", check),
      row("sign the statement (Ed25519)", signing),
      { what: "scrypt, N=16384 r=8 p=1 (baseline)", µs: number(scrypt, 1), "of a scrypt": ratio(1, 1) },
    ],
  })
}
