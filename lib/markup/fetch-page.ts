/**
 * Another page of this product, for the browser to take parts from; nothing in it runs. Throws when it does not come, or another one
 * does: nobody is signed in any more, or it is not theirs to see.
 */
export async function fetchPage(href: string): Promise<Document> {
  const response = await fetch(href)
  if (!response.ok || response.redirected) throw new Error(`${response.status} for ${href}`)
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}
