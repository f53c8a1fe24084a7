"use client"
import { useState } from "react"
import { checkDays, checkSome } from "@/app/admin/(staff)/audit/actions"
import type { VerifiedSome, VerifyPosition } from "@/lib/audit"

type Texts = Readonly<Record<string, string>>

type Fault = { readonly file: string; readonly text: string }

type Props = {
  /** By their names in the words of the console, under `audit.all`. */
  readonly words: Texts
  readonly kinds: Texts
  /** In how many steps all is done, at least. */
  readonly parts: number
}

type Progress = {
  readonly is: "running" | "done" | "failed"
  readonly part: number
  readonly files: number
  readonly events: number
  readonly faults: readonly Fault[]
}

const begun: Progress = { is: "running", part: 0, files: 0, events: 0, faults: [] }

/** The button that checks all files, step by step, and shows how far it has come and what it has found. */
export const CheckAll = ({ words, kinds, parts }: Props) => {
  const [progress, setProgress] = useState<Progress>()
  const isRunning = progress?.is === "running"
  const run = async () => {
    let at = begun
    let position: VerifyPosition | undefined = { part: 0 }
    setProgress(at)
    while (position) {
      const answer: Awaited<ReturnType<typeof checkSome>> | undefined = await checkSome(position).catch(
        () => undefined,
      )
      if (!answer || "problem" in answer) return setProgress({ ...at, is: "failed" })
      const { files, events, faults, next }: VerifiedSome = answer.result
      const found = faults.map(({ file, subject, seq, fault }) => ({
        file,
        text: `${subject} #${seq} (${kinds[fault] ?? fault})`,
      }))
      at = {
        is: "running",
        part: next?.part ?? parts,
        files: at.files + files,
        events: at.events + events,
        faults: [...at.faults, ...found],
      }
      position = next
      setProgress(at)
    }
    const days = await checkDays(undefined).catch(() => undefined)
    if (!days || "problem" in days) return setProgress({ ...at, is: "failed" })
    const differing = days.result.differing.map((day) => ({ file: day, text: words.dayDiffers ?? day }))
    setProgress({ ...at, is: "done", faults: [...at.faults, ...differing] })
  }
  return (
    <>
      <button
        type="button"
        aria-disabled={isRunning || undefined}
        onClick={() => {
          if (!isRunning) void run()
        }}
      >
        {words.go}
      </button>
      {progress ? <Shown progress={progress} words={words} parts={parts} /> : null}
    </>
  )
}

type ShownProps = { readonly progress: Progress; readonly words: Texts; readonly parts: number }

const Shown = ({ progress: { is, part, files, events, faults }, words, parts }: ShownProps) => (
  <>
    <p role="status">
      <progress value={part} max={parts} aria-label={words.running} />{" "}
      {is === "running" ? words.running : null} {words.files}: {files} · {words.events}: {events}
    </p>
    {is === "failed" ? (
      <p className="problem" role="alert">
        {words.failed}
      </p>
    ) : null}
    {is === "done" && faults.length === 0 ? <p className="done">{words.whole}</p> : null}
    {faults.length > 0 ? (
      <div className="problem" role="alert">
        <strong>{words.broken}</strong>
        <ul>
          {faults.map(({ file, text }) => (
            <li key={`${file} ${text}`}>
              <code>{file}</code> {text}
            </li>
          ))}
        </ul>
      </div>
    ) : null}
  </>
)
