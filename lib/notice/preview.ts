import { AskedSlug } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { resolveFigures } from "./figures"
import { type Finding, findingsOf } from "./findings"
import { type FrozenFigure, NoticeText } from "./notice"
import { latestVersion } from "./read"

/**
 * The figures that a text would be published with now, and what a second publisher would have to confirm. Changes
 * nothing.
 * @param slug of the notice, where it has been begun
 * @throws {DomainError} invalid `figure-unknown`
 */
export const previewNotice = verb(
  {
    name: "notice.preview",
    by: ["publisher", "auditor", "administrator"],
    input: NoticeText.extend({ slug: AskedSlug.optional() }),
  },
  async (ctx, { slug, ...text }): Promise<{ figures: FrozenFigure[]; findings: Finding[] }> => {
    const [figures, published] = await Promise.all([
      resolveFigures(ctx, text),
      slug === undefined ? undefined : latestVersion(slug),
    ])
    return { figures, findings: findingsOf(text, published) }
  },
)
