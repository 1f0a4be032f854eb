import { fetchPage } from '#lib/markup/fetch-page.ts'
import { keepMarkup } from './kept-markup.tsx'

/** A piece of markup of another page, with what its element says of itself (`data-…`). */
export interface FetchedMarkup {
  /** Under this name `KeptMarkup` shows it. */
  readonly name: string
  readonly data: Readonly<DOMStringMap>
}

/**
 * The pieces of another page of this product on whose elements an attribute stands, such as `data-part`. Throws when that page does not
 * come, or another one does: nobody is signed in any more, or it is not theirs to see.
 */
export async function fetchMarkup(href: string, attribute: string): Promise<readonly FetchedMarkup[]> {
  const page = await fetchPage(href)
  return [...page.querySelectorAll<HTMLElement>(`[${attribute}][data-markup]`)].map(({ dataset, innerHTML }) => {
    const name = dataset.markup ?? ''
    keepMarkup(name, innerHTML)
    return { name, data: { ...dataset } }
  })
}
