import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { append, type ChainHead, genesis, type Link } from '#domain/record/chain.ts'
import type { ActorRef, RecordEntry } from '#domain/record/entry.ts'
import { exportFormat, type RecordExport } from '#domain/record/export.ts'
import { verifyExport } from '#domain/record/verify-export.ts'

import { erase } from './record-erased.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const by: ActorRef = { person: { id: 'lea', name: 'Lea Brandt' }, party: null }
const wording = { conclusionId: 'c-1', title: 'River levels', text: '{"wording":"Three gauges are read."}' }
const agreed = { ...wording, contentHash: sha256(wording.text) }
const entries: readonly RecordEntry[] = [
  {
    kind: 'scheduled',
    by,
    meeting: { kind: 'bilateral', title: 'River evening', aim: '' },
    parties: [],
    slot: { startsAt: '2026-03-10T17:00:00.000Z', durationMinutes: 90, timeZone: 'Europe/Vienna' },
    venue: { place: '', link: '' },
    warnings: [],
  },
  {
    kind: 'description-changed',
    by,
    from: { title: 'River evening', aim: '' },
    to: { title: 'River night', aim: '' },
  },
  {
    kind: 'adopted',
    conclusion: { id: 'c-1', kind: 'common-understanding', title: 'River levels', item: null },
    version: 1,
    contentHash: agreed.contentHash,
  },
  { kind: 'closed', by },
]
const [SCHEDULED, RENAMED, ADOPTED, CLOSED] = [1, 2, 3, 4] as const

function record(): RecordExport {
  const links: Link[] = []
  let head: ChainHead = genesis('m-1')
  for (const [place, entry] of entries.entries()) {
    const link = append(
      head,
      { entry, salt: sha256(`salt ${place}`), at: new Date(Date.UTC(2026, 2, 10, place)) },
      sha256,
    )
    links.push(link)
    head = link
  }
  const { sequence, hash } = head
  return {
    format: exportFormat,
    meeting: { id: 'm-1', title: 'River night' },
    exportedAt: '2026-03-11T00:00:00.000Z',
    head: { sequence, hash },
    links: links.map(({ meetingId: _, ...link }) => link),
    agreed: [agreed],
  }
}

/** The record with these entries erased, payload and salt. */
const without = (...erased: number[]): RecordExport => ({
  ...record(),
  links: record().links.map((link) => (erased.includes(link.sequence) ? erase({ ...link, meetingId: 'm-1' }) : link)),
})
const check = (exported: RecordExport) => verifyExport(exported, sha256, record().head)
const forged = { ...agreed, text: '{"wording":"Nobody reads."}', contentHash: sha256('{"wording":"Nobody reads."}') }

describe('Given a record as it was exported', () => {
  it('then it holds, its meeting is called as it says, and every wording is proven', () => {
    expect(check(record())).toMatchObject({ intact: true, erased: [], title: 'River night', unproven: [] })
  })

  it('when other entries were erased, then the wordings are proven all the same', () => {
    expect(check(without(CLOSED, SCHEDULED))).toMatchObject({ intact: true, erased: [1, 4], unproven: [] })
  })
})

describe('Given a record whose adoption was erased', () => {
  it('then its wording is unproven, whatever it says', () => {
    expect(check(without(ADOPTED))).toMatchObject({ intact: true, unproven: ['River levels'] })
    expect(check({ ...without(ADOPTED), agreed: [forged] })).toMatchObject({ intact: true, unproven: ['River levels'] })
  })
})

describe('Given wordings that are not those of the record', () => {
  it('then a changed one shows, with its own hash or without', () => {
    const fault = { intact: false, fault: 'changed-wording', title: 'River levels' }
    expect(check({ ...record(), agreed: [{ ...agreed, text: forged.text }] })).toEqual(fault)
    expect(check({ ...record(), agreed: [forged] })).toEqual(fault)
    expect(check({ ...without(CLOSED), agreed: [forged] })).toEqual(fault)
  })

  it('then one that was never adopted shows', () => {
    expect(check({ ...record(), agreed: [agreed, { ...agreed, conclusionId: 'c-2', title: 'Boats' }] })).toEqual({
      intact: false,
      fault: 'changed-wording',
      title: 'Boats',
    })
  })

  it('then one that was left out shows', () => {
    const fault = { intact: false, fault: 'missing-wording', title: 'River levels' }
    expect(check({ ...record(), agreed: [] })).toEqual(fault)
    expect(check({ ...without(CLOSED), agreed: [] })).toEqual(fault)
  })

  it('then another title shows, with the one that it had', () => {
    expect(check({ ...record(), agreed: [{ ...agreed, title: 'Boats' }] })).toEqual({
      intact: false,
      fault: 'changed-title',
      title: 'River levels',
    })
  })
})

describe('Given a record that calls its meeting otherwise', () => {
  const renamed = (exported: RecordExport) => check({ ...exported, meeting: { id: 'm-1', title: 'Council' } })

  it('then that shows, with the title that the meeting had last', () => {
    const fault = { intact: false, fault: 'changed-title', title: 'River night' }
    expect(renamed(record())).toEqual(fault)
    expect(renamed(without(SCHEDULED))).toEqual(fault)
  })

  it('when an entry was erased that may have told it, then nothing proves the title', () => {
    expect(renamed(without(RENAMED))).toMatchObject({ intact: true, title: null })
    expect(check(without(CLOSED))).toMatchObject({ intact: true, title: null })
  })
})
