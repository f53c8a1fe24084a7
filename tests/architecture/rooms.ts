/**
 * The rooms of the house, each of which may import only itself and rooms above it. A room of `lib` is entered through
 * its index, except `kernel` and `store`, which have none. A new folder takes its place here.
 */
const libRooms = [
  "lib/kernel",
  "lib/store",
  "lib/table",
  "lib/audit",
  "lib/dead-letter",
  "lib/outbox",
  "lib/settings",
  "lib/limits",
  "lib/health",
  "lib/form",
  "lib/campaign",
  "lib/authority",
  "lib/session",
  "lib/notice",
  "lib/target",
  "lib/tip",
  "lib/evidence",
  "lib/progress",
  "lib/reporter",
  "lib/right-holder",
  "lib/batch",
  "lib/case",
  "lib/site-list",
  "lib/note",
  "lib/second-look",
  "lib/numbers",
  "lib/collateral",
  "lib/routing",
  "lib/desk",
  "lib/referral",
  "lib/package",
  "lib/delivery",
  "lib/waiting",
  "lib/measure",
  "lib/objection",
  "lib/reward",
  "lib/agency",
  "lib/statistics",
  "lib/pipeline",
  "lib/migration",
] as const

const appRooms = [
  "app/_words",
  "app/_browser",
  "app/_http",
  "app/_document",
  "app/_document/route",
  "app/[locale]/about",
  "app/[locale]/contact",
  "app/[locale]/help",
  "app/[locale]/accessibility",
  "app/[locale]/privacy",
  "app/[locale]/receipt",
  "app/[locale]/report",
  "app/[locale]/follow",
  "app/[locale]/right-holders",
  "app/[locale]/sites",
  "app/[locale]/campaigns",
  "app/[locale]/notices",
  "app/[locale]/open-data",
  "app/[locale]",
  "app/api/_batch",
  "app/api/_contract",
  "app/admin/_gate",
  "app/admin/_ui",
  "app/admin/(staff)/notes",
  "app/admin/(staff)/campaigns",
  "app/admin/(staff)/ledger",
  "app/admin/(staff)/referrals",
  "app/admin/(staff)/cases",
  "app/admin/(staff)/rewards",
  "app/admin/(staff)/tips",
  "app/admin/(staff)/objections",
  "app/admin/(staff)/sites",
  "app/admin/(staff)/notices",
  "app/admin/(staff)/audit",
  "app/admin/(staff)/authorities",
  "app/admin/(staff)/routing",
  "app/admin/(staff)/known-good",
  "app/admin/(staff)/settings",
  "app/admin/(staff)/numbers",
  "app/admin/(staff)/second-look",
  "app/admin/(staff)/health",
  "app/admin/(staff)/people",
  "app/admin/(staff)/search",
  "app/admin/(staff)",
  "app/admin/sign-in",
  "app/admin",
  "app/api",
  "app/.well-known",
  "app",
] as const

const entered: readonly string[] = ["lib/kernel", "lib/store"]

/** The room a file lies in: the deepest that is listed. */
export const roomOf = (path: string): string | undefined =>
  [...libRooms, ...appRooms]
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]

const before = (rooms: readonly string[], importer: string, imported: string) =>
  rooms.indexOf(imported) < rooms.indexOf(importer)

const isLib = (path: string) => path.startsWith("lib/")
const isCloud = (path: string) => /^infra\/[^/]+\.ts$/.test(path)

/** Packages that only some files may use, because one way to the outside is enough. */
const fences: readonly {
  readonly name: RegExp
  readonly may: (path: string) => boolean
  readonly why: string
}[] = [
  {
    name: /^(next|next-auth|react|react-dom|sst)(\/|$)/,
    may: (path) => !isLib(path),
    why: "lib is free of Next, React and SST",
  },
  {
    name: /^electrodb$/,
    may: (path) => path.startsWith("lib/store/") || path.endsWith(".entity.ts"),
    why: "entities are defined in *.entity.ts",
  },
  {
    name: /^@aws-sdk\//,
    may: (path) => /^(lib\/store|infra)\//.test(path),
    why: "the stores are reached through lib/store",
  },
]

/** What the AWS program describes as well: no code comes with it. */
const plainData = ["lib/store/table-description.ts", "lib/pipeline/reacted-to.ts"]

/**
 * Why a file may not import another, or undefined where it may.
 * @param imported a path of the house with its ending, or a package's name
 */
export const refusalOf = (path: string, imported: string): string | undefined => {
  const fence = fences.find(({ name, may }) => name.test(imported) && !may(path))
  if (fence) return fence.why
  if (imported.startsWith("infra/local/s3-subset/")) return "the S3 server is a package: @sword-net/s3-subset"
  const [from, to] = [roomOf(path), roomOf(imported)]
  if (
    isCloud(path) &&
    !isCloud(imported) &&
    imported.includes("/") &&
    /^(app|lib|infra|tests)\//.test(imported)
  )
    return plainData.includes(imported) ? undefined : "the cloud names its handlers by path"
  if (isLib(path) && /^(app|infra|tests)\//.test(imported)) return "lib imports lib only"
  if (path.startsWith("app/") && /^(infra|tests)\//.test(imported)) return "app imports app and lib only"
  if (!from || !to || from === to) return undefined
  if (path.startsWith("app/") && (to === "lib/store" || to === "lib/pipeline"))
    return "the app reaches the stores by verbs"
  if (isLib(path) && !before(libRooms, from, to)) return `${from} stands above ${to}`
  if (path.startsWith("app/") && !isLib(imported) && !before(appRooms, from, to))
    return `${from} stands above ${to}`
  if (isLib(imported) && !path.startsWith("infra/") && !entered.includes(to) && imported !== `${to}/index.ts`)
    return `${to} is entered through its index`
  return undefined
}
