// In a process of its own, since the program changes the working folder and Pulumi's globals.
import { runProgram } from "@/tests/support/infra/evaluate/run-program"
import { building } from "./building"

const [root = "", graphPath = "", stage = "", site = ""] = process.argv.slice(2)

await runProgram(root, stage, graphPath, building(root, site === "keep-site"))
