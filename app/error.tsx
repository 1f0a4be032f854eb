'use client'
import { Broken } from '#components/broken.tsx'
import { useWords } from '#components/words.tsx'

/** A page that broke. What happened stands in the server's log (instrumentation.ts) and nowhere else. */
export default function ErrorPage() {
  return <Broken words={useWords()} />
}
