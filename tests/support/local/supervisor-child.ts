// A supervisor over services that are given as JSON: [{ name, args, isOptional }], each run by this Node.
import { supervisor } from "@/infra/local/process/supervisor"

const [pidsPath = "", services = "[]"] = process.argv.slice(2)

const children = supervisor({
  pidsPath,
  log: (line) => console.log(line),
  givenUp: () => void end(1),
  stopMsMax: 500,
})
const end = async (code: number) => {
  await children.stop()
  process.exit(code)
}
process.once("SIGTERM", () => void end(0))

type Given = { name: string; args: string[]; isOptional?: boolean }
for (const { name, args, isOptional } of JSON.parse(services) as Given[])
  await children.start({ name, command: process.execPath, args, env: process.env, isOptional })
console.log("all started")
