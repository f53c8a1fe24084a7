const pixelsMax = 1_600
/** Decoding takes at most 10 bytes a pixel of these (measured), and 17 of any other: AVIF, whatever it calls itself. */
const frugal = ["image/jpeg", "image/png", "image/apng", "image/webp", "image/gif"]
const pixelsMaxOf = (type: string) => (frugal.includes(type) ? 100_000_000 : 40_000_000)
const secondsMax = 30
const gapPixels = 16

const loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((kind) => `VipsForeignLoad${kind}Buffer`)

/** Left to itself it would also draw SVG, TIFF and whatever else bytes resemble. */
const loadForAccepted = async () => {
  const { default: sharp } = await import("sharp")
  sharp.block({ operation: ["VipsForeignLoad"] })
  sharp.unblock({ operation: loaders })
  return sharp
}
let loading: ReturnType<typeof loadForAccepted> | undefined
// Once: between the two calls nothing could be read.
const sharpForAccepted = () => {
  loading ??= loadForAccepted()
  return loading
}

/** A picture decoded and encoded anew (image/webp), turned upright, without metadata. @throws what does not decode */
export const reencoded = async (bytes: Buffer, type: string): Promise<Buffer> => {
  const sharp = await sharpForAccepted()
  return sharp(bytes, { limitInputPixels: pixelsMaxOf(type), failOn: "error" })
    .rotate()
    .resize({ width: pixelsMax, height: pixelsMax, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: secondsMax })
    .toBuffer()
}

/** Pictures one below the other, as one (image/webp). */
export const stacked = async (pictures: readonly Uint8Array[]): Promise<Buffer> => {
  const sharp = await sharpForAccepted()
  const sizes = await Promise.all(pictures.map((picture) => sharp(picture).metadata()))
  let top = 0
  const layers = pictures.map((picture, at) => {
    const layer = { input: Buffer.from(picture), left: 0, top }
    top += (sizes[at]?.height ?? 0) + gapPixels
    return layer
  })
  const width = Math.max(1, ...sizes.map((size) => size.width))
  return sharp({ create: { width, height: Math.max(1, top - gapPixels), channels: 3, background: "#bbb" } })
    .composite(layers)
    .webp({ quality: 80 })
    .toBuffer()
}
