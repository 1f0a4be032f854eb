import { z } from 'zod'

/**
 * One plain address, lower-cased, at most 254 characters (RFC 5321, 4.5.3.1.3). Quoted local parts, lists, display names,
 * look-alike signs and line breaks are refused (SECURITY.md, attacks 15 and 30).
 */
export const emailAddress = z.email('not-an-address').max(254, 'not-an-address').toLowerCase()
