/** The page of a site in the console. */
export const siteHref = (site: string): string => `/admin/sites/${encodeURIComponent(site)}`
