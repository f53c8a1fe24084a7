export const common = {
  portalName: "Sword Net campaign portal",
  administration: "Copyright administration",
  otherLanguage: "中文",
  skipToContent: "Skip to main content",
}
