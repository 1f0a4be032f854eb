'use client'
import { Broken } from '#components/frame/broken.tsx'
import { firstLanguage } from '#messages/languages.ts'
import './globals.css'

/** The sheet itself broke, and with it what knows the reader's language: the first one is spoken. */
export default function GlobalErrorPage() {
  return (
    <html lang={firstLanguage.tag} dir={firstLanguage.direction}>
      <body>
        <Broken language={firstLanguage.tag} />
      </body>
    </html>
  )
}
