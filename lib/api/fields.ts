/** Fields that more than one noun asks for. */
import { z } from 'zod'
import { presentZone } from '#lib/zone-names.ts'

/**
 * An IANA time zone that this runtime knows, e.g. `Europe/Lisbon`, by any of its names; what comes out is the present one. A
 * bare offset is none: it knows no summer time.
 */
export const timeZone = z.string().max(64).refine(isZone, 'unknown-zone').transform(presentZone)

function isZone(zone: string): boolean {
  try {
    return /^[A-Z]/i.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}

/** A name: one line, trimmed, 1–120 UTF-16 units, without control characters. */
export const nameLine = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'not-one-line')
