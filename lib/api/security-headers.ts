/** What every answer carries, of pages (lib/server/page-head.ts), of the API and of the server's own guard alike (SECURITY.md, promise 15). */

/** Headers that keep an answer out of frames, caches and other people's logs. Read when they are sent: `.env` comes after the code. */
export function securityHeaders(): readonly (readonly [string, string])[] {
  const isSecure = process.env.BASE_URL?.startsWith('https:') === true
  return isSecure ? [...everywhere, ['strict-transport-security', 'max-age=31536000; includeSubDomains']] : everywhere
}

const everywhere: readonly (readonly [string, string])[] = [
  ['cache-control', 'private, no-store'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  // The address of an invitation holds its secret: no other site learns it.
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
]

/** The policy of an answer that is no page: opened by itself, it loads nothing, runs nothing and is framed by nobody. */
export const barePolicy = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Adds them to an answer of the API, which may say otherwise itself. */
export function withSecurityHeaders(answer: Response): Response {
  for (const [name, value] of [...securityHeaders(), ['content-security-policy', barePolicy] as const])
    if (!answer.headers.has(name)) answer.headers.set(name, value)
  return answer
}
