import type { consoleInvitation as english } from "@/app/_words/en/console-invitation"

export const consoleInvitation: typeof english = {
  title: "邀请",
  lead: "以受邀电子邮箱登录且该邮箱经登录服务验证的人员，首次登录时即获得下列角色。",
  empty: "目前没有待接受的邀请。",
  invite: "邀请人员",
  note: "本门户不发送邀请邮件，保存后请自行将邀请内容发给对方。对方须已有登录服务的账号。",
  email: "电子邮箱",
  emailHint: "须与登录服务中登记的一致。",
  name: "姓名",
  roles: "角色",
  rolesHint: "至少选择一项。",
  authority: "所属部门",
  authorityHint: "仅限联络员：只能查看移送该部门的案件。",
  noAuthority: "无",
  who: "人员",
  by: "邀请人",
  until: "有效期至",
  over: "已过期",
  act: "操作",
  copy: "复制邀请内容",
  copied: "已复制",
  write: "撰写邮件",
  withdraw: "撤回邀请",
  mailSubject: "邀请您使用“剑网行动”门户工作台",
  mailBody:
    "{name}：现邀请您使用“剑网行动”门户工作台，角色为{roles}。请于{until}前以本电子邮箱对应的账号登录：{url}",
  giveNote:
    "此处授予的角色与登录服务告知的角色并用；登录服务的角色只能在该服务中取消。保存后，此人须重新登录。",
}
