import { crc32 } from "node:zlib"

/** A ZIP archive of one file: local header, bytes, central directory, end (APPNOTE 4.3). */
export const zipOf = (name: string, bytes: Buffer, deflate: (bytes: Buffer) => Buffer): Buffer => {
  const packed = deflate(bytes)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from("PK\x01\x02\x14\x00"),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write("PK\x05\x06", "latin1")
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
