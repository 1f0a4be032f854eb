'use client'
import { Broken } from '#components/frame/broken.tsx'
import words from '#messages/en/components.json'
import './globals.css'

/** The sheet itself broke, and with it what knows the reader's language. */
export default function GlobalErrorPage() {
  return (
    <html lang="en" dir="ltr">
      <body>
        <Broken words={words} />
      </body>
    </html>
  )
}
