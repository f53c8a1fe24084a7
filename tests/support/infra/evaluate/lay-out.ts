// npm run infra:platform: fetches what the evaluation of the infrastructure needs, which the tests otherwise do themselves.
import path from "node:path"
import { layOutPlatform } from "./platform"

await layOutPlatform(path.resolve(import.meta.dirname, "../../../.."))
