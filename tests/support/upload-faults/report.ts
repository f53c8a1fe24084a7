import type { Submitted } from "@/lib/reporter"

/** A report without files, to be followed by its receipt. */
export const newReport = async (siteUrl: string): Promise<Submitted> => {
  const response = await fetch(`${siteUrl}/api/v1/tips`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      category: "film-tv",
      targets: ["https://bad-line.example/film"],
      description: "The whole film can be watched here without paying.",
    }),
  })
  if (response.status !== 201) throw new Error(`The report was answered ${response.status}`)
  return response.json()
}
