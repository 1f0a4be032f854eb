/** Exported records, written otherwise in every way that a file can be: one change each. */
import { canonicalJson, type Json } from '#domain/canonical-json.ts'
import { genesisHash, linkHashOf, payloadHashOf } from '#domain/record/chain.ts'
import type { RecordExport } from '#domain/record/export.ts'
import { sha256 } from '#store/record/append.ts'

/** A record with one change, and the place of the first link that it touches; 0: none. */
export interface Mutant {
  /** Which change, in words: the same for all of its kind. */
  readonly kind: string
  readonly record: RecordExport
  readonly from: number
  /** The links from there on were chained anew, so that the chain is sound in itself. */
  readonly rechained: boolean
}

type Link = RecordExport['links'][number]

/** Every change of one record; `foreign`: links of another meeting's. */
export function* mutantsOf(record: RecordExport, foreign: readonly Link[]): Generator<Mutant> {
  yield* fileMutants(record)
  for (const [place, link] of record.links.entries()) {
    yield* linkMutants(record, place, link)
    yield* orderMutants(record, place, link, foreign)
    yield* payloadMutants(record, place, link)
  }
}

const flipped = (text: string): string => (text === '' ? 'x' : `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`)

function* fileMutants(record: RecordExport): Generator<Mutant> {
  const whole = (kind: string, more: object): Mutant => ({
    kind,
    record: { ...record, ...more },
    from: 0,
    rechained: false,
  })
  const { meeting, head, agreed } = record
  yield whole('file: format', { format: flipped(record.format) })
  yield whole('file: time of the export', { exportedAt: '2020-01-01T00:00:00.000Z' })
  yield whole('file: id of the meeting', { meeting: { ...meeting, id: flipped(meeting.id) } })
  yield whole('file: title of the meeting', { meeting: { ...meeting, title: flipped(meeting.title) } })
  yield whole('file: place of the head', { head: { ...head, sequence: head.sequence - 1 } })
  yield whole('file: hash of the head', { head: { ...head, hash: flipped(head.hash) } })
  yield whole('file: a member that nobody knows', { note: '' })
  for (const [place, text] of agreed.entries()) {
    const changed = (kind: string, more: object) => whole(kind, { agreed: agreed.with(place, { ...text, ...more }) })
    yield changed('wording: its conclusion', { conclusionId: flipped(text.conclusionId) })
    yield changed('wording: its title', { title: flipped(text.title) })
    yield changed('wording: its hash', { contentHash: flipped(text.contentHash) })
    yield whole('wording: left out', { agreed: agreed.toSpliced(place, 1) })
    yield whole('wording: twice', { agreed: [...agreed, text] })
    for (const [kind, value] of valueMutants(JSON.parse(text.text) as Json)) {
      const other = canonicalJson(value)
      yield changed(`wording: ${kind}`, { text: other })
      yield changed(`wording: ${kind}, with its own hash`, { text: other, contentHash: sha256(other) })
    }
  }
}

function* linkMutants(record: RecordExport, place: number, link: Link): Generator<Mutant> {
  const changed = (kind: string, more: Partial<Link>): Mutant => ({
    kind,
    record: { ...record, links: record.links.with(place, { ...link, ...more }) },
    from: place + 1,
    rechained: false,
  })
  yield changed('link: sequence', { sequence: link.sequence + 1 })
  yield changed('link: time', { at: new Date(Date.parse(link.at) + 1).toISOString() })
  yield changed('link: salt', { salt: link.salt && flipped(link.salt) })
  yield changed('link: hash of the payload', { payloadHash: flipped(link.payloadHash) })
  yield changed('link: hash before', { previousHash: flipped(link.previousHash) })
  yield changed('link: hash', { hash: flipped(link.hash) })
  yield changed('link: payload without salt', { salt: null })
  yield changed('link: salt without payload', { payload: null })
  yield changed('link: erased', { payload: null, salt: null })
  const later = { ...link, at: new Date(Date.parse(link.at) + 86_400_000).toISOString() }
  yield chained('link: time a day later', record, record.links.with(place, later), place)
  const salt = link.salt && flipped(link.salt)
  yield chained('link: salt', record, record.links.with(place, { ...link, salt }), place)
}

function* orderMutants(record: RecordExport, place: number, link: Link, foreign: readonly Link[]): Generator<Mutant> {
  const { links } = record
  const plain = (kind: string, other: readonly Link[]): Mutant => ({
    kind,
    record: { ...record, links: other },
    from: place + 1,
    rechained: false,
  })
  const moved: [string, readonly Link[]][] = [
    ['order: dropped', links.toSpliced(place, 1)],
    ['order: cut off from here', links.slice(0, place)],
    ['order: twice', links.toSpliced(place, 0, link)],
    ['order: twice, at the end', [...links, link]],
  ]
  const next = links[place + 1]
  if (next !== undefined) moved.push(['order: exchanged with the next', links.with(place, next).with(place + 1, link)])
  const stranger = foreign[place % foreign.length]
  if (stranger !== undefined) {
    moved.push(['order: of another meeting, put in', links.toSpliced(place, 0, stranger)])
    moved.push(['order: of another meeting, instead', links.with(place, stranger)])
  }
  for (const [kind, other] of moved) {
    yield plain(kind, other)
    // A copy of a link is new only in its second place; at the end it comes after every head that anybody can have kept.
    const added = kind === 'order: twice, at the end' ? links.length : kind === 'order: twice' ? place + 1 : place
    const from = Math.min(added, other.length - 1)
    if (other.length > 0) yield chained(kind, record, other, from)
  }
}

function* payloadMutants(record: RecordExport, place: number, link: Link): Generator<Mutant> {
  if (link.payload === null) return
  const entry = JSON.parse(link.payload) as { readonly kind: string }
  const texts: [string, string][] = [
    ['white space', `${link.payload} `],
    ['a member twice', link.payload.replace('{', '{"kind":"closed",')],
    ['members in another order', reversed(entry)],
    ...valueMutants(entry as Json).map(([kind, value]): [string, string] => [kind, canonicalJson(value)]),
  ]
  for (const [kind, payload] of texts) {
    if (payload === link.payload) continue
    const links = record.links.with(place, { ...link, payload })
    yield { kind: `payload: ${kind}`, record: { ...record, links }, from: place + 1, rechained: false }
    yield chained(`${entry.kind}: ${kind}`, record, links, place)
  }
}

function reversed(value: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(value).reverse()))
}

/**
 * The file with every link from a place on chained anew, and its head; by somebody who also writes anew where minutes name an entry
 * by its hash, in the entries after the one that was changed and in the agreed text.
 */
function chained(kind: string, record: RecordExport, links: readonly Link[], from: number): Mutant {
  const own: Link[] = links.slice(0, from)
  let { agreed } = record
  let previousHash = own.at(-1)?.hash ?? genesisHash
  for (const [place, link] of links.slice(from).entries()) {
    const named = place === 0 ? null : namingAnew(link, own, agreed)
    if (named !== null) agreed = named.agreed
    const { salt, payload } = named?.link ?? link
    const payloadHash = salt === null || payload === null ? link.payloadHash : payloadHashOf(salt, payload, sha256)
    const next = { ...link, payload, sequence: own.length + 1, payloadHash, previousHash }
    const hash = linkHashOf({ ...next, meetingId: record.meeting.id }, sha256)
    own.push({ ...next, hash })
    previousHash = hash
  }
  const last = own.at(-1)
  const head = { sequence: last?.sequence ?? 0, hash: last?.hash ?? genesisHash }
  return { kind, record: { ...record, links: own, head, agreed }, from: from + 1, rechained: true }
}

type Agreed = RecordExport['agreed']
interface Naming {
  readonly kind: string
  readonly conclusion: { readonly id: string }
  readonly upTo: { readonly sequence: number; readonly hash: string }
}

/** An entry that names another by its hash, with the hash that this one has now; null: it names none. */
function namingAnew(link: Link, own: readonly Link[], agreed: Agreed): { link: Link; agreed: Agreed } | null {
  const entry = JSON.parse(link.payload ?? 'null') as Naming | null
  if (entry?.kind !== 'record-put' && entry?.kind !== 'record-agreed') return null
  const hash = own[entry.upTo.sequence - 1]?.hash ?? entry.upTo.hash
  const others = agreed.map((text) => {
    if (text.conclusionId !== entry.conclusion.id) return text
    const content = JSON.parse(text.text) as { readonly chainHead: object }
    const anew = canonicalJson({ ...content, chainHead: { ...content.chainHead, hash } })
    return { ...text, text: anew, contentHash: sha256(anew) }
  })
  const contentHash = others.find((text) => text.conclusionId === entry.conclusion.id)?.contentHash ?? ''
  const payload = canonicalJson({ ...entry, upTo: { ...entry.upTo, hash }, contentHash })
  return { link: { ...link, payload }, agreed: others }
}

/** A value with one member, anywhere in it, changed, left out, or one too many; each with a name that says which. */
function valueMutants(value: Json, path = ''): readonly (readonly [string, Json])[] {
  if (isList(value)) {
    const inside = value.flatMap((one, at) =>
      valueMutants(one, `${path}[]`).map(([kind, other]) => [kind, value.with(at, other)] as const),
    )
    const [first] = value
    return first === undefined
      ? inside
      : [...inside, [`${path} one less`, value.slice(1)], [`${path} one twice`, [...value, first]]]
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([name, one]) => {
      const { [name]: _, ...rest } = value as { readonly [name: string]: Json }
      const inside = valueMutants(one, path === '' ? name : `${path}.${name}`)
      const changed = inside.map(([kind, other]) => [kind, { ...value, [name]: other }] as const)
      return [...changed, [`a member left out`, rest] as const]
    })
    return [...members, ['a member that nobody knows', { ...value, unknown: true }]]
  }
  return [[path, leaf(value)]]
}

function leaf(value: null | boolean | number | string): Json {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  return value === null ? 'x' : flipped(value)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
