import { drawnInThread, type Limits, usualLimits } from "./drawing-thread"

const pagesMax = 3
const pixelsMax = 1_600

/**
 * The first pages of a PDF as PNG. A PDF is a program in all but name, so it is drawn where it can be ended.
 * @throws {Error} when it cannot be drawn within the limits
 */
export const pdfPages = (bytes: Uint8Array, limits: Limits = usualLimits): Promise<readonly Uint8Array[]> =>
  drawnInThread("pdf", { bytes, pagesMax, pixelsMax }, limits)
