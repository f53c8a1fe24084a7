// The process that draws one file, started by process.ts, which ends it when it takes too long or too much memory.
// Plain JavaScript, because it is copied to Lambda as it stands, beside the bundle. The file comes by the standard
// input, its copy leaves by the fourth descriptor: what libraries print gets into neither.
import { Socket } from "node:net"

const [kind, size, options] = process.argv.slice(2)
const { draw } = await import(`./${kind}.mjs`)

// In one place from the start: joining pieces would need it twice.
const bytes = Buffer.allocUnsafeSlow(Number(size))
let filled = 0
for await (const piece of process.stdin) filled += piece.copy(bytes, filled)

const { copy, likeness = "" } = await draw(bytes.subarray(0, filled), JSON.parse(options))
// The likeness first, of which process.ts knows the length.
const out = new Socket({ fd: 3 })
out.write(likeness.padEnd(16))
out.end(copy)
