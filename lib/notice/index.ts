export { type Finding, type FindingKind, isDifference } from "./findings"
export {
  type Correction,
  type FrozenFigure,
  type Notice,
  type NoticeRow,
  type NoticeStatus,
  type NoticeText,
  noticeAfter,
  type PublishedNotice,
  type PublishedRow,
} from "./notice"
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
