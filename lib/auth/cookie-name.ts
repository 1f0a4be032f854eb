/**
 * What cookies are called. Where the origin is https each name begins with `__Host-`: a browser then takes it only from this
 * host, over https and for all of its paths, so that no neighbour of the domain can write one (RFC 6265bis, 4.1.3.2).
 */

/** @param isSecure whether the origin is https. */
export function cookieName(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name
}

/** Names of before; where the origin is https, nothing reads them. */
const earlier = ['__Secure-concordance.session', '__Secure-next-auth.callback-url', 'concordance.session', 'theme']

/** Set-Cookie headers that end what a browser still has under earlier names. */
export function endEarlierCookies(sent: readonly string[], isSecure: boolean): readonly string[] {
  if (!isSecure) return []
  return earlier
    .filter((name) => sent.includes(name))
    .map((name) => `${name}=; Path=/; Max-Age=0; Secure; SameSite=Lax`)
}
