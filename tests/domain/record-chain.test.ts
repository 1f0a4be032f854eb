import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, isCanonical, type Json } from '#domain/canonical-json.ts'
import { type ChainHead, genesis, type Link, linkAfter } from '#domain/record/chain.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import { verify } from '#domain/record/verify.ts'

import { erase } from './record-erased.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const saltOf = (seed: string) => sha256(`salt of ${seed}`)
const start = Date.UTC(2026, 2, 10, 17)

const note = (text: string): RecordEntry => ({
  kind: 'note-written',
  by: { person: { id: 'lea', name: 'Lea Brandt' }, party: null },
  item: { id: 'weir', title: 'The weir' },
  text,
})

/** The record of one meeting, one minute between entries. */
function chainOf(texts: readonly string[], meetingId = 'm-1'): Link[] {
  const links: Link[] = []
  let head: ChainHead = genesis(meetingId)
  for (const [place, text] of texts.entries()) {
    const at = new Date(start + place * 60_000)
    const link = linkAfter(head, { entry: note(text), salt: saltOf(`${place}`), at }, sha256)
    links.push(link)
    head = link
  }
  return links
}

const headOf = (links: readonly Link[]): ChainHead => {
  const last = links.at(-1)
  if (last === undefined) return genesis('m-1')
  const { meetingId, sequence, hash } = last
  return { meetingId, sequence, hash }
}

const four = chainOf(['one', 'two', 'three', 'four'])
const exported = headOf(four)
const check = (links: readonly Link[], head: ChainHead | undefined = exported) => verify('m-1', links, sha256, head)
const changed = (place: number, change: Partial<Link>) =>
  four.map((link, at) => (at === place ? { ...link, ...change } : link))

/** The link without what it said: its place, time and hashes stay. */

describe('Given a record as it was written', () => {
  it('when it is verified, with an exported head or without, then it is intact', () => {
    expect(check(four)).toEqual({ intact: true, head: exported, erased: [] })
    expect(verify('m-1', four, sha256)).toMatchObject({ intact: true })
    expect(verify('m-1', [], sha256)).toEqual({ intact: true, head: genesis('m-1'), erased: [] })
  })

  it('when it went on after the export, then the earlier head still proves its beginning', () => {
    expect(check(four, headOf(four.slice(0, 2)))).toMatchObject({ intact: true, head: exported })
  })

  it('when a payload is erased together with its salt, then the chain stays verifiable and says where', () => {
    const erased = four.map((link) => (link.sequence === 2 ? erase(link) : link))
    expect(check(erased)).toEqual({ intact: true, head: exported, erased: [2] })
    expect(JSON.stringify(erased)).not.toContain('two')
  })

  it('when two records say the same, then their hashes do not tell', () => {
    const one = linkAfter(genesis('m-1'), { entry: note('same'), salt: saltOf('a'), at: new Date(start) }, sha256)
    const two = linkAfter(genesis('m-1'), { entry: note('same'), salt: saltOf('b'), at: new Date(start) }, sha256)
    expect(one.payloadHash).not.toBe(two.payloadHash)
  })

  it('when the salt is not 64 hex digits, then nothing is written', () => {
    for (const salt of ['', 'abc', 'A'.repeat(64), `${saltOf('a')}0`]) {
      expect(() => linkAfter(genesis('m-1'), { entry: note(''), salt, at: new Date(start) }, sha256)).toThrow(/salt/)
    }
  })

  it('when its first link is computed by hand, then it is the documented one', () => {
    const payload =
      '{"by":{"party":null,"person":{"id":"lea","name":"Lea Brandt"}},"item":{"id":"weir","title":"The weir"},"kind":"note-written","text":"one"}'
    const payloadHash = sha256(saltOf('0') + payload)
    const previousHash = '0'.repeat(64)
    expect(four[0]).toEqual({
      meetingId: 'm-1',
      sequence: 1,
      at: '2026-03-10T17:00:00.000Z',
      payload,
      salt: saltOf('0'),
      payloadHash,
      previousHash,
      hash: sha256(`["concordance/record/1","m-1",1,"${previousHash}","${payloadHash}","2026-03-10T17:00:00.000Z"]`),
    })
  })
})

describe('Given a record that somebody tampered with, when it is verified', () => {
  it('then a changed payload is named', () => {
    const payload = four[1]?.payload?.replace('two', 'too') ?? null
    expect(check(changed(1, { payload }))).toEqual({ intact: false, fault: 'changed-payload', sequence: 2 })
  })

  it('then a payload with a fitting hash is named as a changed link', () => {
    const payload = four[1]?.payload?.replace('two', 'too') ?? ''
    const payloadHash = sha256(saltOf('1') + payload)
    expect(check(changed(1, { payload, payloadHash }))).toEqual({ intact: false, fault: 'changed-link', sequence: 2 })
  })

  it('then a changed time is named', () => {
    expect(check(changed(2, { at: '2026-03-10T18:00:00.000Z' }))).toMatchObject({ fault: 'changed-link', sequence: 3 })
  })

  it('then what no record ever holds is a fault, not a crash', () => {
    expect(check(changed(2, { at: '\ud800' }))).toMatchObject({ fault: 'changed-link', sequence: 3 })
    expect(check(changed(2, { payloadHash: '\0' }))).toMatchObject({ fault: 'changed-link', sequence: 3 })
    expect(check(changed(2, { sequence: Number.NaN }))).toMatchObject({ intact: false })
  })

  it('then an entry that is gone is named, in the middle and at the beginning', () => {
    expect(check(four.filter(({ sequence }) => sequence !== 2))).toEqual({
      intact: false,
      fault: 'missing',
      sequence: 2,
      through: 2,
    })
    expect(check(four.slice(2))).toMatchObject({ fault: 'missing', sequence: 1, through: 2 })
  })

  it('then entries in another order, or twice, are named', () => {
    const [one, two, three, last] = four
    expect(check([one, three, two, last].filter((link) => link !== undefined))).toEqual({
      intact: false,
      fault: 'out-of-order',
      sequence: 3,
      expected: 2,
    })
    expect(check([one, two, two, three, last].filter((link) => link !== undefined))).toMatchObject({
      fault: 'out-of-order',
      sequence: 2,
      expected: 3,
    })
  })

  it('then an entry that was replaced by a sound one breaks the next', () => {
    const forged = chainOf(['one', 'too'])[1]
    expect(check(four.map((link, at) => (at === 1 && forged ? forged : link)))).toEqual({
      intact: false,
      fault: 'broken-link',
      sequence: 3,
    })
  })

  it('then a record written anew as a whole shows against an exported head, and only there', () => {
    const forged = chainOf(['one', 'too', 'three', 'four'])
    expect(verify('m-1', forged, sha256)).toMatchObject({ intact: true })
    expect(check(forged)).toEqual({ intact: false, fault: 'rechained', sequence: 4 })
  })

  it('then a record that was cut at its end shows against an exported head, and only there', () => {
    expect(verify('m-1', four.slice(0, 3), sha256)).toMatchObject({ intact: true })
    expect(check(four.slice(0, 3))).toEqual({ intact: false, fault: 'truncated', sequence: 3, exported: 4 })
    expect(check([])).toEqual({ intact: false, fault: 'truncated', sequence: 0, exported: 4 })
  })

  it('then a payload that lost its salt, or a salt that lost its payload, is no erasure', () => {
    expect(check(changed(0, { salt: null }))).toEqual({ intact: false, fault: 'half-erased', sequence: 1 })
    expect(check(changed(0, { payload: null }))).toEqual({ intact: false, fault: 'half-erased', sequence: 1 })
  })

  it('then a salt that took letters of its payload is no salt, although their hash is the same', () => {
    const { salt, payload } = four[0] ?? {}
    const shifted = { salt: `${salt}${payload?.slice(0, 1)}`, payload: payload?.slice(1) ?? null }
    expect(check(changed(0, shifted))).toEqual({ intact: false, fault: 'changed-payload', sequence: 1 })
    const hidden = { salt: salt?.slice(0, 63) ?? null, payload: `${salt?.slice(63)}${payload}` }
    expect(check(changed(0, hidden))).toEqual({ intact: false, fault: 'changed-payload', sequence: 1 })
  })

  it('then the record of another meeting is not taken for this one', () => {
    const foreign = chainOf(['one', 'two', 'three', 'four'], 'm-2')
    expect(check(foreign)).toEqual({ intact: false, fault: 'foreign', sequence: 1, meetingId: 'm-2' })
    expect(check(four, headOf(foreign))).toMatchObject({ intact: false })
    expect(check([], { ...headOf(foreign), sequence: 0 })).toMatchObject({ fault: 'foreign' })
  })
})

describe('Properties of the chain', () => {
  const texts = fc.array(
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
    { minLength: 1, maxLength: 12 },
  )
  const fields = ['meetingId', 'sequence', 'at', 'payload', 'salt', 'payloadHash', 'previousHash', 'hash'] as const

  it('whatever is written verifies, and goes on verifying when any of it is erased', () => {
    fc.assert(
      fc.property(texts, fc.func(fc.boolean()), (said, erased) => {
        const links = chainOf(said).map((link) => (erased(link.sequence) ? erase(link) : link))
        expect(check(links, headOf(links))).toMatchObject({ intact: true })
      }),
    )
  })

  it('any flipped character in any field is caught', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.constantFrom(...fields), fc.nat(), (said, which, field, where) => {
        const links = chainOf(said)
        const place = which % links.length
        const flipped = links.map((link, at) => (at === place ? { ...link, [field]: flip(link[field], where) } : link))
        expect(check(flipped, headOf(links))).toMatchObject({ intact: false })
      }),
      { numRuns: 500 },
    )
  })

  it('any deletion, insertion, exchange or cut is caught with the exported head', () => {
    const attack = fc.constantFrom('delete', 'insert', 'exchange', 'cut', 'rewrite')
    fc.assert(
      fc.property(texts, attack, fc.nat(), fc.nat(), (said, how, one, two) => {
        const links = chainOf([...said, 'last'])
        const [from, to] = [one % links.length, two % links.length]
        fc.pre(how !== 'exchange' || from !== to)
        expect(check(tampered(links, how, from, to), headOf(links))).toMatchObject({ intact: false })
      }),
      { numRuns: 500 },
    )
  })
})

function flip(value: string | number | null, where: number): string | number {
  if (typeof value === 'number') return value + 1
  const text = value ?? ''
  const at = where % text.length
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
}

function tampered(links: readonly Link[], how: string, from: number, to: number): Link[] {
  const copy = [...links]
  const [one, two] = [links[from], links[to]]
  if (one === undefined || two === undefined) throw new Error('no such link')
  switch (how) {
    case 'delete':
      return copy.toSpliced(from, 1)
    case 'insert':
      return copy.toSpliced(to, 0, one)
    case 'exchange':
      return copy.with(from, two).with(to, one)
    case 'cut':
      return copy.slice(0, from)
    default:
      return chainOf(links.map((_, at) => (at === from ? 'forged' : `${at}`)))
  }
}

/** Null: there is none. */
function canonicalOf(value: Json): string | null {
  try {
    return canonicalJson(value)
  } catch {
    return null
  }
}

describe('Given a value', () => {
  it('when its canonical text is taken, then members are sorted and nothing else changes', () => {
    expect(canonicalJson({ b: [1, 'ä\n'], a: { d: null, c: true }, '€': 0.1, Z: -0 })).toBe(
      '{"Z":0,"a":{"c":true,"d":null},"b":[1,"ä\\n"],"€":0.1}',
    )
  })

  it('when it is read back, then it is the same value with the same text', () => {
    const json = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('\\u0000')) as fc.Arbitrary<Json>
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('when a text holds it in whatever way, then that text is called canonical where it is the canonical one alone', () => {
    const ways = [canonicalOf, JSON.stringify, (value: Json) => JSON.stringify(value, null, 1)]
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...ways), (value, write) => {
        const text = write(value as Json) ?? 'null'
        expect(isCanonical(JSON.parse(text), text)).toBe(canonicalOf(JSON.parse(text)) === text)
      }),
    )
    const others = [
      '{"b":1,"a":2}',
      '{"a":1,"a":2}',
      '[ 1]',
      '1.0',
      '"\\u00e4"',
      '"\\ud800"',
      '"a\\u0000"',
      '{"9":1,"10":2}',
    ]
    for (const text of others) expect(isCanonical(JSON.parse(text), text)).toBe(false)
    for (const text of ['{"10":1,"9":2}', '"\\u001f"', '{"":[{}],"a":-1}'])
      expect(isCanonical(JSON.parse(text), text)).toBe(true)
  })

  it('when JSON or a database could not give it back, then it is not written', () => {
    for (const value of [
      '\ud800',
      'a\0b',
      Number.NaN,
      Infinity,
      undefined,
      new Date(0),
      { a: undefined },
      { '\ud800': 1 },
    ]) {
      expect(() => canonicalJson(value as Json)).toThrow(TypeError)
    }
  })
})
