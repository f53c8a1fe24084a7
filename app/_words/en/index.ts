import { about } from "./about"
import { accessibility } from "./accessibility"
import { batch } from "./batch"
import { campaign } from "./campaign"
import { choices } from "./choices"
import { common } from "./common"
import { console } from "./console"
import { consoleAuthority } from "./console-authority"
import { consoleCase } from "./console-case"
import { consoleDesk } from "./console-desk"
import { consoleFigures } from "./console-figures"
import { consoleImport } from "./console-import"
import { consoleInvitation } from "./console-invitation"
import { consoleKnownGood } from "./console-known-good"
import { consoleNotice } from "./console-notice"
import { consoleNumbers } from "./console-numbers"
import { consoleObjection } from "./console-objection"
import { consoleReward } from "./console-reward"
import { consoleRouting } from "./console-routing"
import { consoleSecondLook } from "./console-second-look"
import { consoleSettings } from "./console-settings"
import { consoleSite } from "./console-site"
import { consoleTip } from "./console-tip"
import { errors } from "./errors"
import { events } from "./events"
import { evidence } from "./evidence"
import { follow } from "./follow"
import { home } from "./home"
import { notice } from "./notice"
import { objection } from "./objection"
import { openData } from "./open-data"
import { privacy } from "./privacy"
import { receipt } from "./receipt"
import { recorded } from "./recorded"
import { report } from "./report"
import { rightHolder } from "./right-holder"
import { siteCheck } from "./site-check"

export const en = {
  events,
  consoleSite,
  consoleSettings,
  consoleNumbers,
  consoleSecondLook,
  consoleTip,
  consoleInvitation,
  consoleKnownGood,
  consoleNotice,
  consoleDesk,
  consoleFigures,
  consoleImport,
  consoleAuthority,
  consoleCase,
  consoleObjection,
  consoleReward,
  consoleRouting,
  console,
  about,
  accessibility,
  batch,
  campaign,
  choices,
  common,
  errors,
  evidence,
  follow,
  home,
  notice,
  objection,
  openData,
  privacy,
  receipt,
  recorded,
  report,
  rightHolder,
  siteCheck,
}
