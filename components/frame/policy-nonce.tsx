'use client'
import { useState } from 'react'

/**
 * Tells the scripts of the page the nonce of its Content Security Policy, which the browser hides from them: React Aria
 * sets a style sheet of its own. The policy stays for as long as the document does, so the first nonce holds: a later
 * answer of the server, which refreshes a part of the page, came with another.
 */
export function PolicyNonce({ nonce }: { readonly nonce: string }) {
  const [first] = useState(nonce)
  return <meta property="csp-nonce" nonce={first} suppressHydrationWarning />
}
