// A pump whose only reaction writes down what it was given. With DIES set it kills itself after the handler came
// back from `event#killed` and before that is noted.
import { appendFileSync } from "node:fs"
import { streamConsumer } from "@/infra/local/pump/consumers"
import { pump } from "@/infra/local/pump/pump"

const [dataDir = "", tableName = "", seenPath = ""] = process.argv.slice(2)

const react = streamConsumer("react", async ({ Records }) => {
  for (const { dynamodb } of Records) appendFileSync(seenPath, `${dynamodb?.NewImage?.sk?.S}\n`)
  return { batchItemFailures: [] }
})

const call: typeof react.call = async (entries) => {
  const done = await react.call(entries)
  const isKilling = entries.some(({ record }) => JSON.stringify(record).includes("event#killed"))
  if (process.env.DIES && isKilling) process.kill(process.pid, "SIGKILL")
  return done
}

const stop = new AbortController()
process.once("SIGTERM", () => stop.abort())
await pump({ dataDir, tableName, stream: [{ ...react, call }], log: console.log }, stop.signal)
