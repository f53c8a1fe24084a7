import type { Role } from "@/lib/kernel/actor"

const languages = ["zh", "en"] as const
export type Language = (typeof languages)[number]

const roleNames: Record<Language, Record<Role, string>> = {
  zh: {
    moderator: "审核员",
    "case-officer": "办案人员",
    "agency-officer": "部门联络员",
    publisher: "发布员",
    auditor: "审计员",
    administrator: "管理员",
  },
  en: {
    moderator: "moderator",
    "case-officer": "case officer",
    "agency-officer": "agency officer",
    publisher: "publisher",
    auditor: "auditor",
    administrator: "administrator",
  },
}

export const words = {
  zh: {
    lang: "zh-Hans",
    other: "English",
    signIn: "选择演示账号登录",
    signInHelp: "这是本机的演示登录服务，账号均为虚构，不需要密码。请选择一个账号。",
    as: "以此账号登录：",
    authority: "所属部门",
    signOut: "退出登录",
    signOutHelp: "是否同时退出演示登录服务？退出后可以换一个账号登录。",
    signOutYes: "退出",
    signOutNo: "保持登录",
    signedOut: "已退出登录",
    signedOutHelp: "演示登录服务上的登录已结束。",
    failed: "登录没有完成",
    failedHelp: "登录请求已失效或不完整。请回到门户重新登录。",
    back: "返回门户",
    roles: roleNames.zh,
  },
  en: {
    lang: "en",
    other: "中文",
    signIn: "Choose a demo account to sign in",
    signInHelp:
      "This is the demo sign-in of this machine. The accounts are made up and have no password. Choose one.",
    as: "Sign in as",
    authority: "authority",
    signOut: "Sign out",
    signOutHelp:
      "Do you also want to sign out of the demo sign-in? You can then sign in with another account.",
    signOutYes: "Sign out",
    signOutNo: "Stay signed in",
    signedOut: "You are signed out",
    signedOutHelp: "Your session at the demo sign-in has ended.",
    failed: "Sign-in was not completed",
    failedHelp: "The sign-in request has expired or is incomplete. Go back to the portal and sign in again.",
    back: "Back to the portal",
    roles: roleNames.en,
  },
} satisfies Record<Language, { roles: Record<Role, string> } & Record<string, unknown>>

/** The language asked for by the link, else the first that the browser names and we have, else Chinese. */
export const languageOf = (asked: string | null, acceptLanguage: string | undefined): Language => {
  const named = [asked ?? "", ...(acceptLanguage ?? "").split(",")].map((part) =>
    part.trim().slice(0, 2).toLowerCase(),
  )
  return named.map((part) => languages.find((language) => language === part)).find(Boolean) ?? "zh"
}
