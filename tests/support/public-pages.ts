/** Addresses of documents that anybody may read, in both languages, on what the seed writes. */
export const publicPages = ["zh", "en"].flatMap((locale) =>
  [
    "",
    "/notices",
    "/notices/jianwang-2017-results",
    "/notices/jianwang-2017-results/v/1",
    "/campaigns",
    "/campaigns/jianwang-2017",
    "/campaigns/jianwang-2021",
    "/campaigns/demo-2026",
    "/open-data",
    "/privacy",
    "/accessibility",
    "/about",
    "/contact",
    "/help",
  ].map((path) => `/${locale}${path}`),
)
