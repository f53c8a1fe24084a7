export { referencesIn } from "./figures"
export type { FrozenFigure, Notice, NoticeRow, NoticeStatus, PublishedNotice, PublishedRow } from "./notice"
export { previewNotice } from "./preview"
export { approveNotice, importNotice } from "./publish"
export {
  getNotice,
  getPublished,
  getPublishedVersion,
  listNotices,
  listPublished,
  type NoticeFile,
} from "./read"
export { createNotice, editNotice, returnNotice, submitNotice } from "./write"
