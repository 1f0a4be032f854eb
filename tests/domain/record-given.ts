/** A record in which two libraries adopt a conclusion, as an exported file; and the ways to write it otherwise. */
import { createHash } from 'node:crypto'
import { canonicalText } from '#domain/conclusion/canonical.ts'
import { type ChainHead, genesis, type Link, linkAfter } from '#domain/record/chain.ts'
import type { ConclusionRef } from '#domain/record/conclusion-entry.ts'
import type { ActorRef, PartyRef, RecordEntry, SideRef } from '#domain/record/entry.ts'
import { exportFormat, type RecordExport } from '#domain/record/export.ts'

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

export const library: PartyRef = { id: 'p-library', name: 'Library' }
export const harbour: PartyRef = { id: 'p-harbour', name: 'Harbour' }
export const lea: ActorRef = { person: { id: 'lea', name: 'Lea Brandt' }, party: library }
export const ivo: ActorRef = { person: { id: 'ivo', name: 'Ivo Marsh' }, party: harbour }
export const side = ({ id, name }: PartyRef): SideRef => ({ kind: 'party', id, name })

export const levels: ConclusionRef = { id: 'c-1', kind: 'cooperation', title: 'River levels', item: null }
export const WORDING = 'Three gauges are read.'
export const terms = { what: 'Read the gauge', partyId: library.id, personId: null, dueOn: '2026-12-01' }
export const canonicalOf = (wording: string, more: Partial<Parameters<typeof canonicalText>[0]> = {}) =>
  canonicalText({
    kind: 'cooperation',
    title: levels.title,
    supersedesId: null,
    deciders: [library, harbour].map(({ id }) => ({ kind: 'party', partyId: id })),
    content: { wording, citations: [], commitments: [terms], chainHead: null },
    ...more,
  })
export const agreed = {
  conclusionId: 'c-1',
  title: levels.title,
  contentHash: sha256(canonicalOf(WORDING)),
  text: canonicalOf(WORDING),
}

const of = { conclusion: levels, version: 1 }
type Stance = Extract<RecordEntry, { kind: 'stance-taken' }>
export const consents = (by: ActorRef, party: PartyRef, more: Partial<Stance> = {}): Stance => ({
  kind: 'stance-taken',
  ...of,
  by,
  side: side(party),
  stance: 'consent',
  words: '',
  referendumBy: null,
  referendumZone: null,
  signInMethod: 'mail-link',
  ...more,
})
export const draftMade: RecordEntry = {
  kind: 'draft-made',
  conclusion: levels,
  by: lea,
  text: {
    number: 1,
    wording: WORDING,
    passages: [],
    commitments: [{ what: terms.what, party: library, person: null, dueOn: terms.dueOn }],
  },
}
export const wasPut: Extract<RecordEntry, { kind: 'put' }> = {
  kind: 'put',
  ...of,
  by: lea,
  deciders: [side(library), side(harbour)],
  contentHash: agreed.contentHash,
}
export const wasAdopted: RecordEntry = { kind: 'adopted', ...of, contentHash: agreed.contentHash }
const scheduled: RecordEntry = {
  kind: 'scheduled',
  by: lea,
  meeting: { kind: 'bilateral', title: 'River evening', aim: '' },
  parties: [library, harbour],
  slot: { startsAt: '2026-03-10T17:00:00.000Z', durationMinutes: 90, timeZone: 'Europe/Vienna' },
  venue: { place: '', link: '' },
  warnings: [],
}
const renamed: RecordEntry = {
  kind: 'description-changed',
  by: lea,
  from: { title: 'River evening', aim: '' },
  to: { title: 'River night', aim: '' },
}

/** From the scheduling to the closing. */
export const entries: readonly RecordEntry[] = [
  scheduled,
  renamed,
  { kind: 'opened', by: lea, agenda: [], warnings: [] },
  draftMade,
  wasPut,
  consents(lea, library),
  consents(ivo, harbour),
  wasAdopted,
  { kind: 'closed', by: lea },
]
/** The places of the entries. */
export const [SCHEDULED, RENAMED, OPENED, DRAFTED, PUT, FIRST, LAST, ADOPTED, CLOSED] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9,
] as const

function chained(told: readonly RecordEntry[]): readonly Link[] {
  const links: Link[] = []
  let head: ChainHead = genesis('m-1')
  for (const [place, entry] of told.entries()) {
    const salt = sha256(`salt ${place}`)
    const at = new Date(Date.UTC(2026, 2, 10, place))
    const link = linkAfter(head, { entry, salt, at }, sha256)
    links.push(link)
    head = link
  }
  return links
}

export function exported(told: readonly RecordEntry[] = entries, wordings = [agreed]): RecordExport {
  const links = chained(told)
  const { sequence, hash } = links.at(-1) ?? genesis('m-1')
  return {
    format: exportFormat,
    meeting: { id: 'm-1', title: 'River night' },
    exportedAt: '2026-03-11T00:00:00.000Z',
    head: { sequence, hash },
    links: links.map(({ meetingId: _, ...link }) => link),
    agreed: wordings,
  }
}
