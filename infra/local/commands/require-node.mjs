// Runs under whatever Node the machine has: it must stay plain JavaScript that an old Node understands.
const major = Number(process.versions.node.split(".")[0])
if (major < 24) {
  console.error(
    `This portal needs Node 24; this is ${process.versions.node}.\n` +
      "npm ci installs Node 24 into node_modules, by the install script of the package `node`.\n" +
      "It seems that script did not run (ignore-scripts?). Run: npm rebuild node --ignore-scripts=false, then try again.",
  )
  process.exit(1)
}
