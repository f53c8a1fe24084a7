// In a process of its own, since the program changes the working folder and Pulumi's globals.
import path from "node:path"
import { runProgram } from "./run-program"
import { sketching } from "./way"

const [root = "", folder = "", stage = ""] = process.argv.slice(2)

await runProgram(root, stage, path.join(folder, "graph.json"), await sketching(root, folder))
