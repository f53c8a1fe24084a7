import type { Category, Earning, Urgency } from "@/lib/tip"

/** The answers that a report chooses from. The public form, the console and the API's description all use these. */
export const choices = {
  categories: {
    "film-tv": "Film and television",
    music: "Music",
    literature: "Books and literature",
    press: "News and press",
    games: "Games",
    software: "Software",
    apps: "Apps",
    "e-commerce": "Goods in online shops",
    "live-sport": "Live sport",
    education: "Teaching material",
    other: "Other",
  } satisfies Record<Category, string>,
  earnings: {
    ads: "Advertising",
    subscription: "Subscriptions or membership fees",
    sales: "Sale of copies or of access",
    unknown: "Not known",
  } satisfies Record<Earning, string>,
  urgencies: {
    "first-release": "Newly released, or not released yet",
    "live-now": "A live broadcast in progress",
    children: "Aimed at children",
    "exam-material": "Examination material",
  } satisfies Record<Urgency, string>,
}
