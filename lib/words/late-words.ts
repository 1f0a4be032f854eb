import type { Namespace, WordTree } from './namespaces.ts'

const asked = new Map<string, Promise<WordTree>>()

/** Words for what comes to the page later, asked for once for as long as the page lives. Rejects when they do not arrive; then they are asked for again. */
export function lateWords(language: string, of: readonly Namespace[]): Promise<WordTree> {
  const address = `/words/${language}?${new URLSearchParams(of.map((one) => ['of', one]))}`
  const known = asked.get(address)
  if (known !== undefined) return known
  const words = ask(address).catch((failure: unknown) => {
    asked.delete(address)
    throw failure
  })
  asked.set(address, words)
  return words
}

async function ask(address: string): Promise<WordTree> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}
