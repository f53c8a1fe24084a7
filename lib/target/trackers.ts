/** Names of parameters that say how somebody came to a page, and nothing of what the page is. */
const trackers = new RegExp(
  `^(?:${[
    "utm_\\w+|gclid|gbraid|wbraid|dclid|gclsrc|fbclid|msclkid|yclid|ttclid|twclid|igshid|igsh|mc_[ce]id|_hsenc|_hsmi|_openstat",
    "spm|scm|spm_id_from|vd_source|share_source|share_medium|share_plat|share_session_id|share_tag|share_times|share_from",
    "unique_k|from_spmid|hmsr|hmpl|hmcu|hmkw|hmci|bd_vid|qz_gdt|gdt_vid|xsec_source|app_platform|appuid|share_token",
  ].join("|")})$`,
  "i",
)

/** Takes trackers out of a query as text. What stands before and behind them stays as it is. */
export const withoutTrackers = (query: string): string => {
  const parts = query.slice(1).split("&")
  const kept = parts.filter((part) => !trackers.test(part.split("=", 1)[0] ?? ""))
  if (kept.length === parts.length) return query
  return kept.length === 0 ? "" : `?${kept.join("&")}`
}
