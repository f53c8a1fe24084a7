import type { common as english } from "../en/common"

export const common: typeof english = {
  portalName: "剑网行动门户",
  administration: "版权管理部门",
  otherLanguage: "English",
  skipToContent: "跳到正文",
}
