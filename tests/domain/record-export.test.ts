import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/canonical-json.ts'
import { linkHashOf, payloadHashOf } from '#domain/record/chain.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import { type RecordExport, readExport } from '#domain/record/export.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import { erase } from './record-erased.ts'
import {
  ADOPTED,
  agreed,
  CLOSED,
  canonicalOf,
  DRAFTED,
  entries,
  exported,
  FIRST,
  LAST,
  lea,
  PUT,
  RENAMED,
  SCHEDULED,
  sha256,
} from './record-given.ts'

const record = () => exported()

/** The record with these entries erased, payload and salt. */
const without = (...erased: number[]): RecordExport => ({
  ...record(),
  links: record().links.map((link) => (erased.includes(link.sequence) ? erase({ ...link, meetingId: 'm-1' }) : link)),
})
const check = (one: RecordExport) => verifyExport(one, sha256, record().head)
const other = canonicalOf('Nobody reads.')
const forged = { ...agreed, text: other, contentHash: sha256(other) }

describe('Given a record as it was exported', () => {
  it('then it holds, its meeting is called as it says, and every wording is proven', () => {
    expect(check(record())).toMatchObject({ intact: true, erased: [], title: 'River night', unproven: [] })
  })

  it('when other entries were erased, then the wordings are proven all the same', () => {
    expect(check(without(CLOSED, SCHEDULED))).toMatchObject({ intact: true, erased: [1, 9], unproven: [] })
  })
})

describe('Given a record whose adoption was erased', () => {
  it('then its wording is unproven, whatever it says', () => {
    expect(check(without(ADOPTED))).toMatchObject({
      intact: true,
      unproven: [{ title: 'River levels', lacks: 'adoption' }],
    })
    expect(check({ ...without(ADOPTED), agreed: [forged] })).toMatchObject({
      intact: true,
      unproven: [{ title: 'River levels', lacks: 'adoption' }],
    })
  })
})

describe('Given a record of which something else was erased', () => {
  it('then it is said what that leaves unproven', () => {
    const lacking = (...erased: number[]) => check(without(...erased))
    expect(lacking(DRAFTED)).toMatchObject({ intact: true, unproven: [{ title: 'River levels', lacks: 'procedure' }] })
    expect(lacking(PUT)).toMatchObject({ intact: true, unproven: [{ lacks: 'procedure' }] })
    expect(lacking(FIRST)).toMatchObject({ intact: true, unproven: [{ lacks: 'procedure' }] })
    expect(lacking(LAST)).toMatchObject({ intact: true, unproven: [{ lacks: 'procedure' }] })
    const noted: RecordEntry = { kind: 'note-written', by: lea, item: { id: 'i', title: 'Levels' }, text: 'Private' }
    const between = exported(entries.toSpliced(FIRST, 0, noted))
    const links = between.links.map((link) =>
      link.sequence === FIRST + 1 ? erase({ ...link, meetingId: 'm-1' }) : link,
    )
    expect(verifyExport(between, sha256)).toMatchObject({ intact: true, unproven: [] })
    expect(verifyExport({ ...between, links }, sha256)).toMatchObject({
      intact: true,
      erased: [FIRST + 1],
      unproven: [{ title: 'River levels', lacks: 'answers' }],
    })
  })
})

describe('Given a record that was made before entries told the content hash of what is put', () => {
  it('then it is read, and what it does not prove is said', () => {
    const old = entries.map((entry): RecordEntry => {
      if (entry.kind !== 'put') return entry
      const { contentHash: _, ...rest } = entry
      return rest
    })
    expect(verifyExport(exported(old), sha256)).toMatchObject({
      intact: true,
      erased: [],
      unproven: [{ title: 'River levels', lacks: 'put' }],
    })
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

describe('Given a file that is not written as exports are', () => {
  const written = JSON.stringify(record(), null, 1)

  it('then it is read with any indentation, and with the line ends of another system', () => {
    for (const text of [written, `${written}\n`, JSON.stringify(record()), written.replaceAll('\n', '\r\n')])
      expect(readExport(text)).toEqual(record())
  })

  it('then a member that stands twice, that nobody knows or that is missing makes it no export', () => {
    expect(readExport(written.replace('{', '{"format": "another",'))).toBeNull()
    expect(readExport(JSON.stringify({ ...record(), note: '' }))).toBeNull()
    expect(readExport(JSON.stringify({ ...record(), exportedAt: 'yesterday' }))).toBeNull()
    const [first, ...rest] = record().links
    expect(readExport(JSON.stringify({ ...record(), links: [{ ...first, kind: 'put' }, ...rest] }))).toBeNull()
  })

  it('then another end than that of its links shows', () => {
    const [first] = record().links
    if (first === undefined) throw new Error('Something is recorded.')
    const { sequence, hash } = first
    expect(verifyExport({ ...record(), head: { sequence, hash } }, sha256)).toEqual({
      intact: false,
      fault: 'changed-head',
      sequence: CLOSED,
    })
  })
})

describe('Given an entry that is not written as entries are, and chained so', () => {
  /** The last entry with this payload, chained. */
  function ending(payload: string): RecordExport {
    const { links, ...rest } = record()
    const last = links.at(-1)
    if (last?.salt == null) throw new Error('Something is recorded.')
    const payloadHash = payloadHashOf(last.salt, payload, sha256)
    const hash = linkHashOf({ ...last, meetingId: 'm-1', payloadHash }, sha256)
    const { sequence } = last
    return {
      ...rest,
      head: { sequence, hash },
      links: [...links.slice(0, -1), { ...last, payload, payloadHash, hash }],
    }
  }
  const closed = { kind: 'closed', by: lea }

  it.each([
    ['with white space', `${canonicalJson(closed)} `, 'not-canonical'],
    ['with members in another order', JSON.stringify({ kind: 'closed', by: lea }), 'not-canonical'],
    ['with a member twice', canonicalJson(closed).replace('{', '{"by":null,'), 'not-canonical'],
    ['that is no JSON', 'closed', 'not-canonical'],
    ['that is no object', '"closed"', 'not-canonical'],
    ['of a kind that nobody knows', canonicalJson({ ...closed, kind: 'annulled' }), 'unknown-kind'],
    ['with a member that nobody knows', canonicalJson({ ...closed, secretly: true }), 'misshapen'],
    ['without a member', canonicalJson({ kind: 'closed' }), 'misshapen'],
    ['with another thing in a member', canonicalJson({ ...closed, by: 'lea' }), 'misshapen'],
  ])('%s, then it is named', (_, payload, fault) => {
    expect(verifyExport(ending(payload), sha256)).toMatchObject({ intact: false, fault, sequence: CLOSED })
  })
})
