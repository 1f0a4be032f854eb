/** What a server has of a meeting: its record, checked offline, and its rows, as the API shows them. */
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { RecordEntry } from '#domain/record/entry.ts'
import { type RecordExport, readExport } from '#domain/record/export.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import type { MeetingConclusions } from '#features/conclusions/queries/view.ts'
import type { FloorView } from '#features/floor/queries/floor.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { side } from '#tests/features/conclusions-given.ts'
import type { Held } from '#tests/setup/meetings.ts'
import { ask, type Counts, counted } from './writes.ts'

export type Head = RecordExport['head']

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** An exported record; `empty`: nothing is told in it yet; null: the connection ended before all of it was here. */
export async function exported(baseUrl: string, by: Viewer, meetingId: string): Promise<RecordExport | 'empty' | null> {
  const path = `/meetings/${meetingId}/record.json`
  const answer = await ask(baseUrl, { by, method: 'GET', path })
  if (answer === null) return null
  if (answer.status === 404) return 'empty'
  const record = readExport(answer.text)
  if (answer.status !== 200 || record === null) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return record
}

/** Everything that is there of what the writers leave. `heads`: of earlier exports, which the record must still contain. */
export async function found(baseUrl: string, held: Held, heads: readonly Head[]): Promise<Counts> {
  const { meetingId, chair } = held
  const record = await exported(baseUrl, side(held, 0).head, meetingId)
  if (record === null) throw new Error('The server ended.')
  if (record === 'empty') expect(heads).toEqual([])
  else
    for (const head of [record.head, ...heads])
      expect(verifyExport(record, sha256, head)).toMatchObject({ intact: true, unproven: [] })
  const list = await get<MeetingConclusions>(baseUrl, side(held, 1).head, `/meetings/${meetingId}/conclusions`)
  const floor = await get<FloorView>(baseUrl, chair, `/meetings/${meetingId}/floor`)
  const told = record === 'empty' ? [] : inRecord(held, record)
  return counted([...told, ...inConclusions(list), ...onFloor(held, floor)])
}

/** The server's own check of what it has stored. */
export async function mustHoldItself(baseUrl: string, held: Held): Promise<void> {
  const path = `/meetings/${held.meetingId}/record/verify`
  expect(await get(baseUrl, side(held, 0).deputy, path)).toMatchObject({ intact: true })
}

async function get<T>(baseUrl: string, by: Viewer, path: string): Promise<T> {
  const answer = await ask(baseUrl, { by, method: 'GET', path })
  if (answer?.status !== 200) throw new Error(`${path}: ${answer?.status} ${answer?.text}`)
  return JSON.parse(answer.text) as T
}

function inRecord({ itemId }: Held, { links }: RecordExport): readonly string[] {
  const entries = links.map(({ payload }) => JSON.parse(payload ?? 'null') as RecordEntry)
  const agenda = entries.findLast((entry) => entry.kind === 'agenda-changed')?.agenda ?? []
  const note = entries.findLast((entry) => entry.kind === 'note-written')?.text ?? ''
  return [
    ...entries.flatMap(nameOf),
    ...agenda.filter(({ id }) => id !== itemId).map(({ title }) => `item-told ${title}`),
    ...linesOf(note).map((line) => `note-told ${line}`),
  ]
}

function nameOf(entry: RecordEntry): readonly string[] {
  switch (entry.kind) {
    case 'draft-made':
      return [`draft-made ${entry.conclusion.title}`]
    case 'version-made':
      return [`version-made ${entry.conclusion.id} ${entry.text.number} ${entry.text.wording}`]
    case 'put':
      return [`put ${entry.conclusion.id} ${entry.version}`]
    case 'stance-taken':
      return [`stance-taken ${entry.conclusion.id} ${entry.side.id}`]
    case 'adopted':
      return [`adopted ${entry.conclusion.id}`]
    case 'came':
    case 'left':
      return [`${entry.kind} ${entry.person.id}`]
    default:
      return []
  }
}

function inConclusions({ items }: MeetingConclusions): readonly string[] {
  return items.flatMap(({ conclusions }) =>
    conclusions.flatMap(({ id, title, state, version }) => [
      `row ${title}`,
      ...(state === 'adopted' ? [`row-adopted ${id}`] : []),
      ...upTo(version)
        .slice(1)
        .map((number) => `row-version ${id} ${number}`),
    ]),
  )
}

function onFloor({ itemId }: Held, { items }: FloorView): readonly string[] {
  return items.flatMap(({ id, title, notes, notesVersion }) =>
    id === itemId
      ? [...linesOf(notes).map((line) => `note ${line}`), ...upTo(notesVersion).map((n) => `notes-version ${n}`)]
      : [`item ${title}`],
  )
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1)
