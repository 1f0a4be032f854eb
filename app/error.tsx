'use client'
import { Broken } from '#components/frame/broken.tsx'
import { useLanguage } from '#lib/words/use-language.ts'

/** A page that broke. What happened stands in the server's log (instrumentation.ts) and nowhere else. */
export default function ErrorPage() {
  return <Broken language={useLanguage().tag} />
}
