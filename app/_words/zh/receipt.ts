import type { receipt as english } from "../en/receipt"

export const receipt: typeof english = {
  title: "核验回执凭证",
  description: "查看凭证是否由本门户签名，以及其中的内容。",
  lead: "请粘贴回执的签名凭证。它只说明何时收到了什么，不透露举报内容。",
  statement: "签名凭证",
  statementHint: "所下载文件的全部内容：由点号连接的三个部分。",
  check: "核验",
  genuine: "凭证真实",
  genuineText: "凭证由本门户签名，内容未被改动。",
  notGenuine: "凭证不真实",
  notGenuineText: "这段文字不是本门户签名的，或签名后被改动。请确认已完整粘贴。",
  number: "举报编号",
  receivedAt: "收到时间",
  issuedAt: "凭证签发时间",
  contentHash: "内容哈希（SHA-256）",
  files: "文件",
  noFiles: "无",
  file: "{size} 字节，SHA-256 {hash}",
  sealed: "封存于",
  fileAnnounced: "已登记，哈希未知",
  offline: "也可以不经本门户，用 {address} 公布的公钥和源代码所附的命令 npm run verify-statement 核验。",
}
