'use client'
import { Broken } from '#components/frame/broken.tsx'
import { useWords } from '#components/text/words.tsx'

/** A page that broke. What happened stands in the server's log (instrumentation.ts) and nowhere else. */
export default function ErrorPage() {
  return <Broken words={useWords()} />
}
