import type { deeds as english } from "../en/deeds"

export const deeds: typeof english = {
  tip: {
    received: "收到线索",
    claimed: "领取线索",
    released: "退回队列",
    accepted: "采纳线索",
    declined: "不予采纳",
    "marked-duplicate": "标为重复",
    asked: "向举报人提问",
    answered: "举报人回答",
    reopened: "重新打开线索",
    "joined-case": "线索并入案件",
    "evidence-announced": "登记待传文件",
    "contact-revealed": "查看举报人联系方式",
    "contact-erased": "删除举报人联系方式",
  },
  evidence: {
    verified: "文件核验并封存",
    rejected: "文件被拒收",
    "original-opened": "打开原始文件",
  },
  case: {
    opened: "立案",
    "tip-joined": "并入线索",
    referred: "案件移送",
    acting: "主管机关开始办理",
    "closing-proposed": "提请结案",
    closed: "结案",
  },
  referral: {
    drafted: "起草移送",
    approved: "批准移送",
    delivered: "移送送达",
    acknowledged: "签收移送",
    accepted: "受理移送",
    returned: "退回移送",
    reported: "反馈办理结果",
  },
  key: {
    issued: "向权利人签发密钥",
    revoked: "撤销权利人密钥",
  },
  measure: {
    recorded: "登记措施",
    reversed: "冲销措施",
    counted: "措施计入动态数据",
  },
  notice: {
    created: "新建通报",
    edited: "修改通报",
    submitted: "提交审核",
    returned: "退回修改",
    published: "发布通报",
  },
}
