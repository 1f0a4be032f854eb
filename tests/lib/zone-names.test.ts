/** One name for each time zone, whichever is given. */
import { describe, expect, it } from 'vitest'
import { timeZone } from '#lib/api/fields.ts'
import { presentZone, zoneLabel } from '#lib/zone-names.ts'

describe('given a zone under an older name', () => {
  it('takes both, and answers with the present one', () => {
    for (const name of ['Asia/Katmandu', 'Asia/Kathmandu']) expect(timeZone.parse(name)).toBe('Asia/Kathmandu')
    for (const name of ['Europe/Atlantis', '+05:45', '']) expect(timeZone.safeParse(name).success).toBe(false)
    expect(zoneLabel('America/Buenos_Aires')).toBe('America/Argentina/Buenos Aires')
  })

  it('knows no zone that the runtime does not', () => {
    for (const zone of Intl.supportedValuesOf('timeZone').map(presentZone))
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
  })

  it('names the same time', () => {
    const summer = new Date('2026-07-01T12:00Z')
    const clock = (zone: string) => summer.toLocaleString('en', { timeZone: zone })
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(clock(presentZone(zone))).toBe(clock(zone))
  })
})
