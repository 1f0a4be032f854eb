import { headers } from 'next/headers'
import { cache } from 'react'
import { currentViewer } from '#lib/auth/viewer.ts'
import { currentPage } from '#lib/db/reading.ts'
import type { Language } from '#messages/languages.ts'
import { languageHere } from './context.ts'
import { languageFor } from './offered.ts'

/** The language of whoever looks at the page that is being rendered; worked out once per request. */
export const pageLanguage = cache(async (): Promise<Language> => {
  const [viewer, sent] = await Promise.all([currentViewer(), headers()])
  return languageFor(viewer?.language ?? null, sent.get('accept-language'))
})

/** The language of whoever reads: of the page that is being rendered, else that in which is spoken here. */
export async function languageOfReader(): Promise<Language> {
  return currentPage() === null ? languageHere() : pageLanguage()
}
