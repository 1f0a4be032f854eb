/** Whether nothing can ever be delivered to an address in its stored form: it lies under `.invalid` (RFC 2606). */
export function reachesNobody(address: string): boolean {
  return address.endsWith('.invalid')
}
