import { verb } from "@/lib/kernel/verb"
import { resolveFigures } from "./figures"
import { type FrozenFigure, NoticeText } from "./notice"

/**
 * The figures that a text would be published with now. Changes nothing.
 * @throws {DomainError} invalid `figure-unknown`
 */
export const previewNotice = verb(
  { name: "notice.preview", by: ["publisher", "auditor", "administrator"], input: NoticeText },
  async (ctx, text): Promise<FrozenFigure[]> => resolveFigures(ctx, text),
)
