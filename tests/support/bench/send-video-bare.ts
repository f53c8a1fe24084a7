import { once } from "node:events"
import { request } from "node:http"
import { PutObjectCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { setting } from "@/lib/kernel/config"
import { videoBytes } from "./bytes"

/** The baseline: the same bytes straight to the store in one request, without the portal and without a checksum. */
export const sendVideoBare = async (sizeBytes: number) => {
  // Imported once the process is told where the stores are.
  const { s3 } = await import("@/lib/store/objects/client")
  const put = new PutObjectCommand({
    Bucket: setting("EVIDENCE_BUCKET"),
    Key: "bench/video.mp4",
    ContentLength: sizeBytes,
  })
  const sending = request(await getSignedUrl(s3, put), {
    method: "PUT",
    headers: { "content-length": sizeBytes },
  })
  const answered = once(sending, "response")
  for (const bytes of videoBytes(sizeBytes)) if (!sending.write(bytes)) await once(sending, "drain")
  sending.end()
  const [response] = await answered
  response.resume()
  if (response.statusCode !== 200) throw new Error(`The store answered ${response.statusCode}`)
}
