import { announceEvidence, completeEvidence, filesPerTipMax } from "@/lib/evidence"
import type { Context } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { type Followed, followTip } from "@/lib/reporter"

type Known = Followed["evidence"][number]

/** A file as its sender sees it: an announced one waits to be sent, or is there and is being checked. */
type FileState = Exclude<Known["state"], "announced"> | "waiting" | "checking"
export type SentFile = Omit<Known, "state"> & { readonly state: FileState }

/** The files of one's own tip. */
export const filesOf = async (reporter: Context, tipId: string): Promise<SentFile[]> => {
  const { evidence } = await followTip(reporter, {})
  return Promise.all(
    evidence.map(async ({ state, ...file }) => ({
      ...file,
      state: state === "announced" ? await arrival(reporter, tipId, file.evidenceId) : state,
    })),
  )
}

const arrival = async (reporter: Context, tipId: string, evidenceId: string): Promise<FileState> => {
  try {
    const { state } = await completeEvidence(reporter, { tipId, evidenceId })
    return state === "uploaded" ? "checking" : state
  } catch (error) {
    if (isDomainError(error) && error.reason === "evidence-not-arrived") return "waiting"
    throw error
  }
}

/** An empty place is no file yet. */
export const isShown = ({ state, name }: SentFile) => state !== "waiting" || name !== undefined

/** How many more may be chosen: one that waits can be chosen again. */
export const placesLeft = (files: readonly SentFile[]): number =>
  filesPerTipMax - files.filter((file) => isShown(file) && file.state !== "waiting").length

/** The place that a form without JavaScript sends its next file to: of which nothing is known yet. */
export const slotAmong = (files: readonly SentFile[]) => files.find((file) => !isShown(file))

/** Makes sure that there is one such place, and that there are not two. */
export const openSlot = async (reporter: Context, tipId: string, origin: string): Promise<void> => {
  if (!slotAmong(await filesOf(reporter, tipId))) await announceEvidence(reporter, { tipId, origin })
}
