type Seen = { readonly tipId: string; readonly version: number }

/** Tips as somebody saw them, in one field of a form: `tip_… 3,tip_… 5`. */
export const seenText = (tips: readonly Seen[]): string =>
  tips.map(({ tipId, version }) => `${tipId} ${version}`).join(",")

/** The same, read. What is no version, the verb refuses. */
export const seenIn = (text: string): Seen[] =>
  text
    .split(",")
    .filter((one) => one !== "")
    .map((one) => {
      const [tipId = "", version = ""] = one.split(" ")
      return { tipId, version: Number(version) }
    })
