import sharp from "sharp"
import likenessBits from "sharp-phash"

const sideMax = 1_600
/** Memory matters more than speed: a picture has a process to itself. */
sharp.cache(false)
sharp.concurrency(1)

// Left to itself it would also draw SVG and whatever else bytes resemble.
const loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "Tiff"].map((kind) => `VipsForeignLoad${kind}Buffer`)
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({ operation: loaders })

/** Below this, of 255, there is nothing to be seen in a picture. */
const contrastMin = 3

/** 16 hexadecimal digits; none for a picture without anything in it, which would be like every other such. */
const likenessOf = async (copy) => {
  const { channels } = await sharp(copy).stats()
  if (channels.every(({ stdev }) => stdev < contrastMin)) return undefined
  return BigInt(`0b${await likenessBits(copy)}`)
    .toString(16)
    .padStart(16, "0")
}

const encoded = async (picture) => {
  const copy = await picture
    .resize({ width: sideMax, height: sideMax, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
  return { copy, likeness: await likenessOf(copy) }
}

/** Decoded and encoded anew (image/webp), turned upright, without metadata. */
export const draw = (bytes, { pixelsMax }) =>
  encoded(sharp(bytes, { limitInputPixels: pixelsMax, failOn: "error" }).rotate())

/** @param pixels three or four bytes each */
export const encodedPixels = (pixels, raw) => encoded(sharp(pixels, { raw }))
