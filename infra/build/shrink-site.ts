// npm run build:site ends with this: what OpenNext built is made smaller before SST packs it (docs/decisions/0076).
import path from "node:path"
import { minifyPackages } from "./minify-packages"
import { shareChunks } from "./share-chunks"

const site = path.resolve(import.meta.dirname, "../../.open-next/server-functions/default")
const megabytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(1)

const packages = await minifyPackages(path.join(site, "node_modules"))
const chunks = await shareChunks(path.join(site, ".next/server/chunks"))
console.log(`Packages are ${megabytes(packages)} MB smaller, chunks ${megabytes(chunks)} MB.`)
