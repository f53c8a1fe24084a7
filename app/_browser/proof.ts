import type { Challenge, solveChallenge } from "altcha-lib"

/**
 * Does the work that spares its sender the wait, in a worker of our own, from when the page opens: it is done while
 * the answers are read over. It may fail in any way: the form then goes as it would have gone without script.
 */
const startsAnewMs = 15 * 60_000
const waitsMsMax = 30_000

type Asked = { readonly challenge: Challenge }
type Solution = Awaited<ReturnType<typeof solveChallenge>>

const ask = async (key: string): Promise<Asked> => {
  const response = await fetch("/api/v1/challenges", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ idempotencyKey: key }),
  })
  if (!response.ok) throw new Error(`challenge answered ${response.status}`)
  return response.json()
}

const solve = (challenge: Challenge, workerUrl: string) =>
  new Promise<Solution>((resolve, reject) => {
    const worker = new Worker(workerUrl, { type: "module" })
    const end = () => worker.terminate()
    worker.addEventListener("message", ({ data }) => {
      end()
      resolve(data)
    })
    worker.addEventListener("error", (event) => {
      end()
      reject(event)
    })
    worker.postMessage(challenge)
  })

const tooLong = () => new Promise<string>((resolve) => setTimeout(resolve, waitsMsMax, ""))

const proofFor = async (key: string, workerUrl: string) => {
  const { challenge } = await ask(key)
  const solution = await solve(challenge, workerUrl)
  return solution ? btoa(JSON.stringify({ challenge, solution })) : ""
}

const enhance = (form: HTMLFormElement) => {
  const { proof: workerUrl = "", proofWords: words = "" } = form.dataset
  const [key, proofField] = ["key", "proof"].map((name) => form.elements.namedItem(name))
  const status = form.querySelector("[data-proof-status]")
  if (!(key instanceof HTMLInputElement) || !(proofField instanceof HTMLInputElement) || !status) return
  let begun: { readonly at: number; readonly proof: Promise<string> } | undefined
  let isReady = false

  const begin = () => {
    if (begun && performance.now() - begun.at < startsAnewMs) return begun.proof
    isReady = false
    const proof = Promise.race([proofFor(key.value, workerUrl).catch(() => ""), tooLong()]).then((text) => {
      proofField.value = text
      isReady = true
      return text
    })
    begun = { at: performance.now(), proof }
    return proof
  }

  void begin()
  form.addEventListener("submit", (event) => {
    const proof = begin()
    if (isReady) return
    event.preventDefault()
    status.textContent = words
    const { submitter } = event
    // In a task of its own: a form does not send itself while it is being asked whether to.
    void proof.then(() => setTimeout(() => form.requestSubmit(submitter)))
  })
  // A page that comes back by the back button keeps its words, but waits no more.
  addEventListener("pageshow", () => {
    status.textContent = ""
  })
}

const form = document.querySelector<HTMLFormElement>("form[data-proof]")
if (form && globalThis.crypto?.subtle) enhance(form)
