/** What was dropped that is no folder: a folder passes for a file, and cannot be read. */
const droppedFiles = ({ items }: DataTransfer): File[] =>
  [...items].flatMap((item) => {
    const file = item.kind === "file" && !item.webkitGetAsEntry()?.isDirectory ? item.getAsFile() : null
    return file ? [file] : []
  })

/** Calls `take` with the files that are chosen in `input`, dropped on `root`, or pasted anywhere. */
export const onChoice = (root: HTMLElement, input: HTMLInputElement, take: (files: File[]) => void) => {
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])]
    input.value = ""
    take(files)
  })
  const isOver = (over: boolean) => root.classList.toggle("portal-drop--over", over)
  root.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    isOver(true)
  })
  root.addEventListener("dragleave", () => isOver(false))
  root.addEventListener("drop", (event) => {
    isOver(false)
    if (!event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    take(droppedFiles(event.dataTransfer))
  })
  document.addEventListener("paste", ({ clipboardData }) => take([...(clipboardData?.files ?? [])]))
}
