export { type Checked, checkSite, standingOfSite } from "./check-site"
export { listSites } from "./list-sites"
export type { Standing } from "./listed-site"
export { syncListedSites } from "./sync"
