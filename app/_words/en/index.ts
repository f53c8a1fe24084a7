import { accessibility } from "./accessibility"
import { campaign } from "./campaign"
import { common } from "./common"
import { errors } from "./errors"
import { home } from "./home"
import { notice } from "./notice"
import { openData } from "./open-data"
import { privacy } from "./privacy"

export const en = { accessibility, campaign, common, errors, home, notice, openData, privacy }
