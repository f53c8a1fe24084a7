// The rules on rewards, as data. The principles are those of the measures of 2007 on rewarding reports of infringement
// (《举报、查处侵权盗版行为奖励暂行办法》): a specific report that was not known before, that is key to the case and was
// verified; three classes; the first to report is rewarded, and reporters who share a merit share its reward.

/** How much a report did for its case, the highest first. */
export const rewardClasses = ["first", "second", "third"] as const
export type RewardClass = (typeof rewardClasses)[number]

/** What can be proposed for a claim. */
export const rewardChoices = [...rewardClasses, "none"] as const
export type RewardChoice = (typeof rewardChoices)[number]

/** CNY that all rewards of one case together come to at most. */
export const amountMaxOfCase = 100_000

/** Outcomes of a case that verify what was reported. */
export const verifyingOutcomes = ["infringement-stopped", "penalised", "prosecuted"] as const

/** Days after the closing of its case within which a reward can be claimed. */
export const claimDaysMax = 180
