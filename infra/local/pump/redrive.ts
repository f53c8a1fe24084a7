import { join } from "node:path"
import { localEnvironment } from "../environment"
import { deadLetterFolder } from "./dead-letters"
import { openLedger } from "./ledger"
import { raiseDeadLetters } from "./raise"

const { dataDir, variables } = await localEnvironment(process.env)
Object.assign(process.env, variables)

const { arrivals, stream } = await import("./pipeline")

const ledger = openLedger(join(dataDir, "pump.sqlite"))
const { raised, dead } = await raiseDeadLetters(
  ledger,
  deadLetterFolder(dataDir),
  [...stream, arrivals],
  (line) => console.log(line),
)
ledger.close()
console.log(`${raised} delivered, ${dead} still dead`)
process.exit(dead > 0 ? 1 : 0)
