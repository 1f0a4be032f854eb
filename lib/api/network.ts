/**
 * The address that a request comes from: that of its connection (`peer`) or, behind proxies of one's own, the one that the
 * outermost of them was asked from. Each proxy adds such an address to the end of X-Forwarded-For (`forwarded`); what stands
 * before theirs, a client may have made up. The server writes the answer over that header (scripts/serve.ts).
 */
export function clientAddress(forwarded: string | undefined, peer: string | undefined, trustedProxies: number): string {
  const reported = (forwarded ?? '').split(',').map((address) => address.trim())
  const hops = [...reported.filter((address) => address !== ''), peer ?? '']
  return hops.at(-1 - trustedProxies) ?? hops[0] ?? ''
}

/**
 * The network a request comes from: its IPv4 address, or the /64 of its IPv6 address, for one subscriber holds a whole /64.
 * `unknown`: the server found no address.
 */
export function networkOf(request: Request): string {
  return networkOfAddress(request.headers.get('x-forwarded-for') ?? '')
}

/** The network that an address belongs to. */
export function networkOfAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return mapped
  return prefixOf(mapped) ?? 'unknown'
}

/** The first four groups of an IPv6 address, written out; null when it is none. */
function prefixOf(address: string): string | null {
  const host = URL.parse(`http://[${address.split('%')[0]}]`)?.hostname.slice(1, -1)
  if (host === undefined) return null
  const [head = '', tail] = host.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}
