import { describe, expect, test } from 'vitest'
import { canonicalText } from '#domain/conclusion/canonical.ts'
import {
  bilateral,
  consent,
  HARBOUR,
  jonas,
  LEVELS,
  MILL,
  mira,
  ORCHARD,
  Procedure,
  put,
  sha256,
  willMeasure,
  wording,
} from './conclusion-given.ts'

const inBilateral = () => new Procedure(bilateral).drafted(mira).given(put(mira))

describe('what was agreed has a fingerprint', () => {
  const agreed = {
    kind: 'cooperation',
    title: 'River levels',
    supersedesId: null,
    content: wording('Rīver\n"levels"', { commitments: [willMeasure] }),
    deciders: [
      { kind: 'party', partyId: MILL },
      { kind: 'party', partyId: HARBOUR },
    ],
  } as const

  test('the canonical text is JSON in the form of RFC 8785, under a tag', () => {
    expect(canonicalText(agreed)).toBe(
      '{"chainHead":null,"citations":[],"commitments":[{"dueOn":"2027-04-30","partyId":"mill","personId":null,' +
        '"what":"Publish the levels"}],"deciders":["party:harbour","party:mill"],"format":"concordance/conclusion/1",' +
        '"kind":"cooperation","supersedes":null,"title":"River levels","wording":"Rīver\\n\\"levels\\""}',
    )
  })

  test('the canonical text holds every member of every part', () => {
    const quote = { exact: 'the gauge', prefix: 'Read ', suffix: ' daily', start: 5, end: 14 }
    const more = { citations: [{ editionId: 'river', first: 12, last: 12, quote }] }
    const commitments = [{ ...willMeasure, personId: 'lena' }]
    const content = wording('Daily.', { ...more, commitments, chainHead: { sequence: 41, hash: 'ab' } })
    const deciders = [{ kind: 'person', personId: 'lena' } as const, ...agreed.deciders]
    expect(canonicalText({ ...agreed, supersedesId: 'c0', content, deciders })).toBe(
      '{"chainHead":{"hash":"ab","sequence":41},"citations":[{"editionId":"river","firstOrdinal":12,"lastOrdinal":12,' +
        '"quote":{"end":14,"exact":"the gauge","prefix":"Read ","start":5,"suffix":" daily"}}],' +
        '"commitments":[{"dueOn":"2027-04-30","partyId":"mill","personId":"lena","what":"Publish the levels"}],' +
        '"deciders":["party:harbour","party:mill","person:lena"],"format":"concordance/conclusion/1",' +
        '"kind":"cooperation","supersedes":"c0","title":"River levels","wording":"Daily."}',
    )
  })

  test('a citation stands in it by its ordinals, with its quote or none', () => {
    const quote = { exact: 'the gauge', prefix: 'At ', suffix: '', start: 3, end: 12 }
    const citations = [
      { editionId: 'e', first: 12, last: 13 },
      { editionId: 'e', first: 14, last: 14, quote },
    ]
    expect(canonicalText({ ...agreed, content: wording('', { citations }) })).toContain(
      '"citations":[{"editionId":"e","firstOrdinal":12,"lastOrdinal":13,"quote":null},' +
        '{"editionId":"e","firstOrdinal":14,"lastOrdinal":14,' +
        '"quote":{"end":12,"exact":"the gauge","prefix":"At ","start":3,"suffix":""}}]',
    )
  })

  test('the order of deciders is none; of citations and commitments it is one', () => {
    const other = { ...willMeasure, what: 'Read the gauge' }
    const inOrder = (...commitments: (typeof willMeasure)[]) =>
      canonicalText({ ...agreed, content: wording('', { commitments }) })
    expect(canonicalText({ ...agreed, deciders: agreed.deciders.toReversed() })).toBe(canonicalText(agreed))
    expect(inOrder(willMeasure, other)).not.toBe(inOrder(other, willMeasure))
  })

  test('every part of what was agreed changes it', () => {
    const quote = { exact: 'the gauge', prefix: '', suffix: '', start: 3, end: 12 }
    const citation = { editionId: 'e', first: 12, last: 12, quote }
    const variants = [
      agreed,
      { ...agreed, title: 'Levels' },
      { ...agreed, kind: 'common-position' as const },
      { ...agreed, supersedesId: 'c0' },
      { ...agreed, deciders: [...agreed.deciders, { kind: 'party', partyId: ORCHARD } as const] },
      { ...agreed, deciders: agreed.deciders.map(({ partyId }) => ({ kind: 'person', personId: partyId }) as const) },
      { ...agreed, content: { ...agreed.content, wording: 'River' } },
      { ...agreed, content: { ...agreed.content, citations: [citation] } },
      { ...agreed, content: { ...agreed.content, citations: [{ ...citation, quote: { ...quote, end: 11 } }] } },
      { ...agreed, content: { ...agreed.content, commitments: [{ ...willMeasure, dueOn: '2027-05-01' }] } },
      { ...agreed, content: { ...agreed.content, chainHead: { sequence: 41, hash: 'ab' } } },
    ]
    expect(new Set(variants.map(canonicalText)).size).toBe(variants.length)
  })

  test('the adoption carries its SHA-256', () => {
    const procedure = inBilateral().given(consent(mira), consent(jonas))
    const content = wording(LEVELS)
    const text = canonicalText({ ...agreed, kind: 'common-understanding', content })
    expect(procedure.events.at(-1)).toMatchObject({ type: 'adopted', version: 1, contentHash: sha256(text) })
  })
})
