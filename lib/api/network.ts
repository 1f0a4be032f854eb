/**
 * The network a request comes from: its IPv4 address, or the /64 of its IPv6 address, for one subscriber holds a whole /64.
 * It is what the reverse proxy in front, or else the connection itself, reports last. `unknown`: nothing was reported.
 */
export function networkOf(request: Request): string {
  const address = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
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
