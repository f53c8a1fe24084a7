// npm run docs:acts: writes docs/acts.md anew.
import { writeFileSync } from "node:fs"
import { actsDocument } from "./document"

writeFileSync("docs/acts.md", actsDocument())
