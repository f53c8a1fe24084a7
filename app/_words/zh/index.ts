import type { en } from "../en"
import { common } from "./common"

/** Every noun and every key of the English words, or this does not compile. */
export const zh: typeof en = { common }
