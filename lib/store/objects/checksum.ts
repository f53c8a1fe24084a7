export const checksumHeader = "x-amz-checksum-sha256"

/** S3 writes a SHA-256 in base64; the portal writes it in hex. */
export const toBase64 = (hex: string) => Buffer.from(hex, "hex").toString("base64")

export const toHex = (base64: string) => Buffer.from(base64, "base64").toString("hex")
