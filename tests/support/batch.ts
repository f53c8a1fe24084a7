import { announceBatch, confirmBatch, getBatch, permitTable } from "@/lib/batch"
import type { Context } from "@/lib/kernel/context"
import type { BatchId } from "@/lib/kernel/id"
import { handler } from "@/lib/pipeline/run-batch"

/** Sends a table by the form that the portal gives, as a browser does. @returns the key under which it lies */
export const uploadTable = async (
  holder: Context,
  batchId: BatchId,
  table: string | Uint8Array<ArrayBuffer>,
  name = "table.csv",
): Promise<string> => {
  const { url, fields } = await permitTable(holder, { batchId, redirectTo: "http://localhost:3000/zh" })
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append("file", new File([table], name))
  const response = await fetch(url, { method: "POST", body: form, redirect: "manual" })
  if (response.status !== 303) throw new Error(`The table was answered ${response.status}`)
  return new URL(response.headers.get("location") ?? "").searchParams.get("key") ?? ""
}

/** The event of an object that arrived, as the queue brings it. */
const arrival = (key: string) =>
  ({
    Records: [
      {
        messageId: "1",
        body: JSON.stringify({ Records: [{ s3: { object: { key: encodeURIComponent(key) } } }] }),
      },
    ],
  }) as Parameters<typeof handler>[0]

/** What the pipeline does when an object arrived. @throws when the message would come again */
export const runArrived = async (key: string): Promise<void> => {
  const { batchItemFailures } = await handler(arrival(key))
  if (batchItemFailures.length > 0) throw new Error("The run broke off")
}

/** A table as it stands after its trial run. */
export const checkedTable = async (
  holder: Context,
  table: string | Uint8Array<ArrayBuffer>,
  name?: string,
) => {
  const { batchId } = await announceBatch(holder, {})
  const key = await uploadTable(holder, batchId, table, name)
  await runArrived(key)
  return { batchId, key, batch: await getBatch(holder, { batchId }) }
}

/** What follows from the holder's word, at once. */
export const sendChecked = async (holder: Context, batchId: BatchId) => {
  await confirmBatch(holder, { batchId })
  await runArrived(orderOf(await getBatch(holder, { batchId })))
  return getBatch(holder, { batchId })
}

export const orderOf = ({ holderId, batchId }: { holderId: string; batchId: string }) =>
  `batches/${holderId}/${batchId}/send`
