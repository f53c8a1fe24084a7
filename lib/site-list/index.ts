export { type Checked, checkSite, confirmingCases, siteAsked, standingOfSite } from "./check-site"
export { listSites } from "./list-sites"
export type { Standing } from "./listed-site"
export { overturnSite, syncListedSites } from "./sync"
