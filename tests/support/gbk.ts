const decoder = new TextDecoder("gbk")

/** The two bytes of each character, as the platform's own decoder reads them: it has no encoder. */
const bytesOf = new Map<string, Buffer>()
for (let first = 0x81; first <= 0xfe; first++)
  for (let second = 0x40; second <= 0xfe; second++) {
    const bytes = Buffer.from([first, second])
    const text = decoder.decode(bytes)
    if ([...text].length === 1 && text !== "\ufffd") bytesOf.set(text, bytes)
  }

/** Text as a spreadsheet program saves it in China. */
export const gbk = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([...text].map((one) => bytesOf.get(one) ?? Buffer.from(one))))
