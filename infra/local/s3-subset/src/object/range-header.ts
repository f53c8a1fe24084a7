import { S3Error } from "../protocol/errors"
import type { ByteRange } from "../store/blobs"

/**
 * One range, as S3 serves it; several, or another unit, mean the whole object.
 * @returns the first and last byte, or undefined for the whole
 * @throws S3Error InvalidRange when the object has no byte of it
 */
export const parseRange = (text: string | undefined, sizeBytes: number): ByteRange | undefined => {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(text ?? "") ?? []
  if (first === "" && last === "") return undefined
  if (first === "") {
    const count = Math.min(Number(last), sizeBytes)
    if (count === 0) throw new S3Error("InvalidRange")
    return { start: sizeBytes - count, end: sizeBytes - 1 }
  }
  if (last !== "" && Number(last) < Number(first)) return undefined
  if (Number(first) >= sizeBytes) throw new S3Error("InvalidRange")
  const end = last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  return { start: Number(first), end }
}
