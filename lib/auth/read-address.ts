/** What a mail address is, and its one form; without any library, for the browser reads addresses that are pasted. */

/** Bytes of the part before the sign, and of the whole address (RFC 5321, 4.5.3.1.1 and 4.5.3.1.3). */
const most = { local: 64, whole: 254 }

/**
 * Atoms parted by dots (RFC 5321, 4.1.2 "Dot-string"; RFC 6531, 3.3 for what lies beyond ASCII: letters, marks and digits alone,
 * so that no sign that looks like an at sign or a bracket is among them).
 */
const local = /^[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]+)*$/u

/** A name in letters of any script, before it is written in ASCII; full stops of other scripts are none here. */
const domain = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u

/** Labels of letters, digits and hyphens (RFC 5321, 2.3.5), of which the last is no number: an address of a host is no domain. */
const labels = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?=[a-z\d-]*[a-z])[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/

/**
 * One plain address in the one form in which it is stored and compared: lower-cased, composed (NFC), its domain in ASCII
 * (RFC 5890: `почта.рф` and `xn--80a1acny.xn--p1ai` are the same). Null: it is none. Quoted local parts, lists, display names,
 * look-alike signs and line breaks are none (SECURITY.md, attacks 15 and 30); blanks at the ends go.
 */
export function readAddress(typed: string): string | null {
  const address = typed.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '').normalize('NFC')
  const at = address.lastIndexOf('@')
  const [before, after] = [address.slice(0, at), address.slice(at + 1)]
  if (at === -1 || !local.test(before) || !domain.test(after)) return null
  const host = asciiOf(after)
  if (host === null) return null
  const stored = `${before.toLowerCase().normalize('NFC')}@${host}`
  const fits = bytesOf(before) <= most.local && bytesOf(stored) <= most.whole
  return fits ? stored : null
}

/** The domain as mail servers know it (UTS #46 by way of the URL standard, which browsers and Node share); null: no such name. */
function asciiOf(name: string): string | null {
  const host = URL.parse(`http://${name}`)?.hostname ?? ''
  return labels.test(host) ? host : null
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
