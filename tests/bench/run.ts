// Every bench in a process of its own, one after the other; or one, by its name.
import { spawnSync } from "node:child_process"
import { cpus, totalmem } from "node:os"
import { fileURLToPath } from "node:url"
import { type Bench, markdown, megabytes } from "@/tests/support/bench/bench"

const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  receipt: () => import("./receipt"),
  queue: () => import("./queue"),
  site: () => import("./site"),
  reactions: () => import("./reactions"),
  lag: () => import("./lag"),
  case: () => import("./case"),
  tips: () => import("./tips"),
  bulk: () => import("./bulk"),
  proof: () => import("./proof"),
  evidence: () => import("./evidence"),
  package: () => import("./package"),
  hostile: () => import("./hostile"),
  pages: () => import("./pages"),
  report: () => import("./report"),
  startup: () => import("./startup"),
  function: () => import("./function"),
}
const names = Object.keys(benches)
const [name] = process.argv.slice(2)

if (name) {
  const load = benches[name]
  if (!load) {
    console.error(`No bench is called ${name}. There are: ${names.join(", ")}`)
    process.exit(1)
  }
  const { bench } = await load()
  await bench((table) => console.log(markdown(table)))
  process.exit()
}

console.log(`${cpus().length} x ${cpus()[0]?.model}, ${megabytes(totalmem())} MB, Node ${process.version}`)
const self = fileURLToPath(import.meta.url)
const failed = names.filter(
  (each) => spawnSync(process.execPath, ["--import", "tsx", self, each], { stdio: "inherit" }).status !== 0,
)
if (failed.length > 0) console.error(`\nDid not end well: ${failed.join(", ")}`)
process.exit(failed.length)
