import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { MarkedActs } from '#components/actions/marked-acts.tsx'
import { KeptFocus } from '#components/frame/kept-focus.tsx'
import { PolicyNonce } from '#components/frame/policy-nonce.tsx'
import { Renewal } from '#components/frame/renewal.tsx'
import { SignedOut } from '#components/frame/signed-out.tsx'
import { ToastRegion } from '#components/overlays/toast-region.tsx'
import { inter, sourceSerif, sourceSerifItalic } from '#components/styles/faces.ts'
import { PageWords } from '#components/text/page-words.tsx'
import { cookieName } from '#lib/auth/cookie-name.ts'
import { isSecure } from '#lib/auth/session-cookie.ts'
import { pageLanguage } from '#lib/words/page-language.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Concordance', template: '%s · Concordance' },
}

export const viewport: Viewport = {
  // The page reaches the edges of a phone, and says itself what keeps clear of them.
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f2' },
    { media: '(prefers-color-scheme: dark)', color: '#171512' },
  ],
}

/** The sheet on which every page stands: language, theme, type. No rules, no data. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ tag, direction }, jar, sent] = await Promise.all([pageLanguage(), cookies(), headers()])
  const nonce = /'nonce-([^']+)'/.exec(sent.get('content-security-policy') ?? '')?.[1]
  const theme = jar.get(cookieName('theme', isSecure()))?.value
  return (
    <html
      lang={tag}
      dir={direction}
      {...((theme === 'light' || theme === 'dark') && { 'data-theme': theme })}
      className={`${sourceSerif.variable} ${sourceSerifItalic.variable} ${inter.variable}`}
    >
      <head>
        {/* With the first bytes: what comes later in the stream is too late, and a browser asks for an icon by a name of its own. */}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {nonce && <PolicyNonce nonce={nonce} />}
      </head>
      <body>
        <PageWords language={tag} of={['components.frame', 'components.page']}>
          {children}
          <ToastRegion />
          <Renewal />
          <KeptFocus />
          <MarkedActs />
          <SignedOut signInHref="/sign-in" />
        </PageWords>
      </body>
    </html>
  )
}
