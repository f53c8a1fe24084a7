import sharp from "sharp"

const sideMax = 1_600
/** Memory matters more than speed: a picture has a process to itself. */
sharp.cache(false)
sharp.concurrency(1)

// Left to itself it would also draw SVG and whatever else bytes resemble.
const loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "Tiff"].map((kind) => `VipsForeignLoad${kind}Buffer`)
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({ operation: loaders })

const encoded = (picture) =>
  picture
    .resize({ width: sideMax, height: sideMax, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()

/** Decoded and encoded anew (image/webp), turned upright, without metadata. */
export const draw = (bytes, { pixelsMax }) =>
  encoded(sharp(bytes, { limitInputPixels: pixelsMax, failOn: "error" }).rotate())

/** @param pixels three or four bytes each */
export const encodedPixels = (pixels, raw) => encoded(sharp(pixels, { raw }))
