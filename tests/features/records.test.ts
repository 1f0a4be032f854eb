import { describe, expect, test } from 'vitest'
import { readExport, writeHead } from '#domain/record/export.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import { putToDeciders, takeBack } from '#features/conclusions/commands/conduct.ts'
import { openDraft } from '#features/conclusions/commands/open-draft.ts'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { recordRoutes } from '#features/records/api.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { loadAdoption, loadEntries, loadMarkdown, loadRecord, loadVerdict } from '#features/records/loaders.ts'
import { apiOf } from '#lib/api/app.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { knowsOf } from '#store/access/target.ts'
import { append, sha256 } from '#store/record/append.ts'
import { readMinutes } from '#store/record/read.ts'
import { loadExport } from '#tests/setup/exports.ts'
import {
  type Held,
  heldMeeting,
  meetingOf,
  publishedText,
  recordedEntries,
  recordedKinds,
} from '#tests/setup/meetings.ts'
import { request } from '#tests/setup/people.ts'
import {
  adopted,
  answer,
  consent,
  done,
  draft,
  drafted,
  LEVELS,
  put,
  refusedAs,
  side,
  wording,
} from './conclusions-given.ts'

const write = { write: true }

/** What the floor would have written: an opening, a note, what goes on, and the close. */
async function happened({ groupId, meetingId, itemId, chair, sides }: Held, note = 'Each gauge was read twice.') {
  const by = { person: { id: chair.personId, name: 'Noor Vale' }, party: null }
  const item = { id: itemId, title: 'Who measures' }
  const [mill] = sides
  if (mill === undefined) throw new Error('A meeting has parties.')
  await asSystem(
    'test',
    (tx) =>
      append(
        tx,
        { groupId, meetingId },
        [
          { kind: 'opened', by, agenda: [{ ...item, kind: 'cooperation', minutes: 30 }], warnings: [] },
          {
            kind: 'came',
            person: { id: mill.head.personId, name: 'Hal Birch' },
            party: { id: mill.partyId, name: 'Quarter 1' },
          },
          { kind: 'note-written', by, item, text: note },
          {
            kind: 'carried-over',
            thing: { kind: 'item', ...item },
            outcome: 'dropped',
            to: null,
            reason: 'The weir is gone',
          },
          { kind: 'closed', by },
        ],
        new Date(),
      ),
    write,
  )
}

const state = (meetingId: string) =>
  asSystem('test', (tx) => tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { state: true } }))

const close = ({ meetingId }: Held) =>
  asSystem(
    'test',
    (tx) => tx.meeting.update({ where: { id: meetingId }, data: { state: 'closed', closedAt: new Date() } }),
    write,
  )

/** A bilateral with one adopted conclusion, closed. */
async function closedBilateral(): Promise<Held> {
  const held = await heldMeeting(2)
  await happened(held)
  await adopted(held)
  await close(held)
  return held
}

async function agreed(held: Held): Promise<string> {
  const { id } = done(await putRecord(held.chair, held.meetingId))
  for (const { head } of held.sides) done(await consent(head, id))
  return id
}

/** How many rows of records this transaction has looked at, as the database counts them. */
async function rowsRead(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ rows: number }[]>`SELECT (seq_tup_read + idx_tup_fetch)::int AS rows
    FROM pg_stat_xact_user_tables WHERE relname = 'RecordEntry'`
  return row?.rows ?? Number.NaN
}

const answered = async (viewer: Viewer | null, path: string, method = 'GET') =>
  apiOf([recordRoutes], knowsOf).fetch(await request(viewer, method, path))

describe('given a bilateral that has closed', () => {
  test('when its record is read, then it is the minutes: items, notes, conclusions with their answers, what goes on', async () => {
    const held = await closedBilateral()
    const view = await loadRecord(side(held, 0).head, held.meetingId)
    expect(view).toMatchObject({
      audience: 'parties',
      agreement: null,
      can: { putRecord: true },
      minutes: {
        upTo: null,
        attendance: [{ person: { name: 'Hal Birch' }, party: { name: 'Quarter 1' } }],
        sections: [
          {
            item: { title: 'Who measures' },
            notes: 'Each gauge was read twice.',
            conclusions: [{ outcome: 'adopted', text: { wording: LEVELS }, stances: [{}, {}] }],
          },
        ],
        carriedOver: [{ outcome: 'dropped', reason: 'The weir is gone' }],
        annex: [],
      },
    })
  })

  test('when much was written in it, then its minutes look at each entry as often as where little was', async () => {
    const held = await closedBilateral()
    const { head } = side(held, 0)
    for (let n = 0; n < 12; n++) await happened(held)
    const [entries, rows] = await asViewer(head, async (tx) => {
      const before = await rowsRead(tx)
      const { lines } = await readMinutes(tx, held.meetingId, {})
      return [lines.at(-1)?.sequence ?? 0, (await rowsRead(tx)) - before]
    })
    expect(entries).toBeGreaterThan(60)
    // Once to tell which of them the minutes are made of, and once for what those say.
    expect(rows).toBeGreaterThanOrEqual(entries)
    expect(rows).toBeLessThanOrEqual(2 * entries)
  })

  test('when its minutes are put, then their wording is the document up to the head, and each party is asked', async () => {
    const held = await closedBilateral()
    const before = await loadRecord(held.chair, held.meetingId)
    const put = done(await putRecord(held.chair, held.meetingId))
    expect(put.upTo).toEqual(before?.head)
    const [version] = await asSystem('test', (tx) =>
      tx.conclusionVersion.findMany({ where: { conclusionId: put.id }, include: { deciders: true } }),
    )
    expect(version?.wording).toMatch(/^# /)
    expect(version?.wording).toContain('Each gauge was read twice.')
    expect(version?.wording).toContain(`> ${LEVELS}`)
    expect(version?.wording.trimEnd().endsWith(put.upTo.hash)).toBe(true)
    expect(version?.deciders.map(({ partyId }) => partyId).sort()).toEqual(
      held.sides.map(({ partyId }) => partyId).sort(),
    )
    const view = await loadRecord(side(held, 0).head, held.meetingId)
    expect(view).toMatchObject({
      agreement: { state: 'put', outcome: 'undecided' },
      minutes: { upTo: put.upTo },
      can: { putRecord: false },
    })
    expect(view?.agreement?.missing).toHaveLength(2)
  })

  test('when the last party agrees, then the meeting is agreed in the same act, and its record is closed', async () => {
    const held = await closedBilateral()
    const { id } = done(await putRecord(held.chair, held.meetingId))
    done(await consent(side(held, 0).head, id))
    expect(await state(held.meetingId)).toEqual({ state: 'closed' })
    done(await consent(side(held, 1).head, id))
    expect(await state(held.meetingId)).toEqual({ state: 'agreed' })
    expect((await recordedKinds(held.meetingId)).at(-1)).toBe('record-agreed')
    expect(refusedAs(await putRecord(held.chair, held.meetingId))).toBe('record-agreed')
  })

  test('when a party agrees ad referendum, then the meeting is agreed with the word of its principals', async () => {
    const held = await closedBilateral()
    const { id } = done(await putRecord(held.chair, held.meetingId))
    const [one, other] = [side(held, 0), side(held, 1)]
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    done(await answer(one.head, id, { kind: 'ad-referendum', referendumOn: tomorrow }))
    done(await consent(other.head, id))
    expect(await state(held.meetingId)).toEqual({ state: 'closed' })
    const { bringWord } = await import('#features/conclusions/commands/bring-word.ts')
    done(await bringWord(one.head, id, { version: 1, word: 'confirmed', reason: null }))
    expect(await state(held.meetingId)).toEqual({ state: 'agreed' })
  })

  test('when something happens after the minutes are put, then it stands in the annex and not in what is agreed', async () => {
    const held = await closedBilateral()
    await agreed(held)
    await happened(held, 'Said later')
    const view = await loadRecord(held.chair, held.meetingId)
    expect(view?.minutes.sections[0]?.notes).toBe('Each gauge was read twice.')
    expect(view?.minutes.annex.map(({ entry }) => entry?.kind)).toContain('note-written')
    const document = await loadMarkdown(held.chair, held.meetingId)
    expect(document?.text).not.toContain('Said later')
    expect(document?.text).toContain('Annex')
    expect(document?.text.trimEnd().endsWith(String(document?.head.hash))).toBe(true)
  })

  test('when minutes are taken back, then they are put anew with a later head, as the next version', async () => {
    const held = await closedBilateral()
    const { id, upTo } = done(await putRecord(held.chair, held.meetingId))
    expect(refusedAs(await putRecord(held.chair, held.meetingId))).toBe('record-is-put')
    done(await takeBack(held.chair, id, { version: 1, reason: 'A note is wrong' }))
    await happened(held, 'Each gauge was read three times.')
    const again = done(await putRecord(side(held, 1).head, held.meetingId))
    expect(again).toMatchObject({ id, version: 2 })
    expect(again.upTo.sequence).toBeGreaterThan(upTo.sequence)
    const document = await loadMarkdown(held.chair, held.meetingId)
    expect(document?.text).toContain('three times')
    expect(document?.text).not.toContain('read twice')
  })

  test('when somebody without the right puts the minutes, then they are refused', async () => {
    const held = await heldMeeting(3, 'closed')
    expect(refusedAs(await putRecord(side(held, 0).head, held.meetingId))).toBe('not-entitled')
    expect(refusedAs(await putRecord(side(held, 0).observer, held.meetingId))).toBe('not-entitled')
    expect(refusedAs(await putRecord(held.outsider, held.meetingId))).toBe('not-found')
    expect(refusedAs(await putRecord(held.organizer, held.meetingId))).toBe('not-found')
    expect(done(await putRecord(held.chair, held.meetingId)).version).toBe(1)
  })

  test('when the meeting is open, then its minutes are not put', async () => {
    const held = await heldMeeting(2)
    expect(refusedAs(await putRecord(held.chair, held.meetingId))).toBe('meeting-not-closed')
  })

  test('when two put the minutes at once, then they are put once', async () => {
    const held = await closedBilateral()
    const both = await Promise.all([
      putRecord(side(held, 0).head, held.meetingId),
      putRecord(side(held, 1).head, held.meetingId),
    ])
    expect(both.filter((one) => refusedAs(one) === 'record-is-put')).toHaveLength(1)
    expect((await recordedKinds(held.meetingId)).filter((kind) => kind === 'record-put')).toHaveLength(1)
  })

  test('when a conclusion rests on passages, then they are named, unless their text is limited to some', async () => {
    const held = await heldMeeting(2)
    const { head } = side(held, 0)
    const open = await publishedText(held.groupId, held.organizer)
    const sides = held.sides.map(({ partyId }) => partyId)
    const limited = await publishedText(held.groupId, held.organizer, sides)
    const quote = { exact: 'Weirs', prefix: '', suffix: ' are', start: 0, end: 5 }
    const citations = [
      { editionId: open, first: 1, last: 2 },
      { editionId: limited, first: 3, last: 3, quote },
    ]
    const { id } = done(await openDraft(head, held.meetingId, draft({ content: { ...wording(LEVELS), citations } })))
    done(await putToDeciders(head, id, { version: 1 }))
    for (const one of held.sides) done(await consent(one.head, id))
    const document = await loadMarkdown(side(held, 1).head, held.meetingId)
    expect(document?.text.match(/^- Rests on .*$/gm)).toEqual(['- Rests on “The river book” 1 ¶1–1 ¶2'])
    // What they name stands behind them, in its words.
    const appendix = document?.text.split('\n## Passages cited\n')[1]
    expect(appendix).toBe(
      '\n### The river book, edition 1\n\n**1 ¶1**\n\n> Water is common.\n\n**1 ¶2**\n\n> Levels are measured weekly.\n',
    )
    expect(JSON.stringify(await recordedEntries(held.meetingId))).not.toMatch(/Weirs|¶3/)
  })

  test('when the group reads agreed minutes, then with the words of the passages that they name, each once', async () => {
    const held = await heldMeeting(2)
    const editionId = await publishedText(held.groupId, held.organizer)
    const content = { ...wording(LEVELS), citations: [{ editionId, first: 2, last: 2 }] }
    await adopted(held, { title: 'One', content })
    await adopted(held, { title: 'Other', content })
    await close(held)
    const id = await agreed(held)
    for (const { head } of held.sides) done(await shareWithGroup(head, id, { agree: true }))
    const document = await loadMarkdown(held.outsider, held.meetingId)
    expect(document?.text.match(/^> Levels are measured weekly\.$/gm)).toHaveLength(1)
    const agreedText = (await loadMarkdown(held.chair, held.meetingId))?.text.split('\n## Passages cited\n')[0]
    const exported = await loadExport(held.chair, held.meetingId, new Date())
    expect(agreedText).not.toContain('measured weekly')
    expect(JSON.stringify(exported)).not.toContain('measured weekly')
  })

  test('when conclusions still wait for answers, then the record says which', async () => {
    const held = await heldMeeting(2)
    const id = await put(held)
    await close(held)
    expect((await loadRecord(held.chair, held.meetingId))?.undecided).toEqual([
      { id, title: 'River levels', outcome: 'undecided' },
    ])
  })
})

describe('given a record, when somebody asks for it', () => {
  const routes = ['record', 'record/entries', 'record.md', 'record.json', 'record/verify']

  test('then its parties, their observers and officers get it, and nobody else learns that it is there', async () => {
    const held = await closedBilateral()
    const { head, delegate, observer } = side(held, 0)
    const missing = await answered(held.outsider, `/meetings/${held.groupId}/record`)
    for (const route of routes) {
      const path = `/meetings/${held.meetingId}/${route}`
      for (const viewer of [head, delegate, observer, held.chair])
        expect((await answered(viewer, path)).status).toBe(200)
      for (const viewer of [held.organizer, held.outsider]) {
        const hidden = await answered(viewer, path)
        expect(hidden.status).toBe(404)
        expect(await hidden.text()).toBe(await missing.clone().text())
      }
      expect((await answered(null, path)).status).toBe(401)
    }
  })

  test('then the group reads the agreed minutes once every party shares them, and the entries never', async () => {
    const held = await closedBilateral()
    const id = await agreed(held)
    await happened(held, 'Said later')
    done(await shareWithGroup(side(held, 0).head, id, { agree: true }))
    expect(await loadRecord(held.organizer, held.meetingId)).toBeNull()
    done(await shareWithGroup(side(held, 1).head, id, { agree: true }))
    for (const viewer of [held.organizer, held.outsider]) {
      const view = await loadRecord(viewer, held.meetingId)
      expect(view).toMatchObject({ audience: 'group', agreement: { outcome: 'adopted' }, minutes: { annex: [] } })
      expect(JSON.stringify(view)).not.toContain('Said later')
      const document = await loadMarkdown(viewer, held.meetingId)
      expect(document?.text).toContain('Each gauge was read twice.')
      expect(document?.text).not.toContain('Said later')
      expect(document?.head).toEqual(view?.head)
      expect(await loadExport(viewer, held.meetingId, new Date())).toBeNull()
      expect(await loadEntries(viewer, held.meetingId, 1)).toBeNull()
      expect(await loadVerdict(viewer, held.meetingId, null)).toBeNull()
    }
    done(await shareWithGroup(side(held, 1).head, id, { agree: false }))
    expect(await loadRecord(held.outsider, held.meetingId)).toBeNull()
    expect(await loadMarkdown(held.outsider, held.meetingId)).toBeNull()
  })

  test('then files come as attachments with a safe name that says where they end, and are never stored', async () => {
    const held = await closedBilateral()
    await asSystem(
      'test',
      (tx) =>
        tx.meeting.update({
          where: { id: held.meetingId },
          data: { title: 'Flüsse "\r\nx: y"/../河' },
          select: { id: true },
        }),
      write,
    )
    for (const ending of ['md', 'json']) {
      const response = await answered(held.chair, `/meetings/${held.meetingId}/record.${ending}`)
      expect(response.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="flusse-x-y-\\d+-[0-9a-f]{8}\\.${ending}"$`),
      )
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('cache-control')).toContain('no-store')
    }
  })

  test('then entries come by pages, each in its place', async () => {
    const held = await heldMeeting(2)
    for (let n = 0; n < 11; n++) await happened(held)
    const first = await loadEntries(held.chair, held.meetingId, 1)
    const second = await loadEntries(held.chair, held.meetingId, 2)
    expect(first?.entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    expect(second).toMatchObject({ total: 55, pages: 2, entries: [{ sequence: 51, kind: 'opened' }, {}, {}, {}, {}] })
    expect((await loadEntries(held.chair, held.meetingId, 9))?.entries).toEqual([])
  })
})

describe('given an exported record', () => {
  const exported = async (held: Held) => {
    const response = await answered(held.chair, `/meetings/${held.meetingId}/record.json`)
    const record = readExport(await response.text())
    if (record === null) throw new Error('An export is one.')
    return record
  }

  test('when it is verified elsewhere, then it holds, and so does an earlier head', async () => {
    const held = await closedBilateral()
    const earlier = await exported(held)
    await agreed(held)
    const later = await exported(held)
    expect(verifyExport(later, sha256, earlier.head)).toMatchObject({ intact: true, head: later.head })
    expect(verifyExport(earlier, sha256, later.head)).toMatchObject({ intact: false, fault: 'truncated' })
    expect(later.agreed).toHaveLength(2)
  })

  test('when an agreed wording in it is changed, then that shows', async () => {
    const held = await closedBilateral()
    const record = await exported(held)
    const agreedTexts = record.agreed.map((one) => ({ ...one, text: one.text.replace('three', 'four') }))
    expect(verifyExport({ ...record, agreed: agreedTexts }, sha256)).toMatchObject({ fault: 'changed-wording' })
    const rehashed = agreedTexts.map((one) => ({ ...one, contentHash: sha256(one.text) }))
    expect(verifyExport({ ...record, agreed: rehashed }, sha256)).toMatchObject({ fault: 'changed-wording' })
  })

  test('when a member asks whether the stored record holds, then the answer names the head, and a foreign head shows', async () => {
    const held = await closedBilateral()
    const { head } = await exported(held)
    const path = `/meetings/${held.meetingId}/record/verify`
    const verdict = async (query: string) => (await answered(held.chair, path + query)).json()
    expect(await verdict('')).toMatchObject({ intact: true, head })
    expect(await verdict(`?head=${writeHead(head)}`)).toMatchObject({ intact: true })
    expect(await verdict(`?head=${writeHead({ ...head, hash: 'a'.repeat(64) })}`)).toMatchObject({ fault: 'rechained' })
    expect((await answered(held.chair, `${path}?head=nonsense`)).status).toBe(400)
  })

  test('when a conclusion is adopted, then its entry is a head for each party to keep', async () => {
    const held = await heldMeeting(2)
    const id = await adopted(held)
    const head = await loadAdoption(side(held, 1).head, held.meetingId, id)
    const record = await exported(held)
    expect(record.links.find(({ sequence }) => sequence === head?.sequence)?.hash).toBe(head?.hash)
    expect(await loadAdoption(held.outsider, held.meetingId, id)).toBeNull()
    const other = await meetingOf(held.groupId, held.sides, { ...held, state: 'open' })
    expect(await loadAdoption(held.chair, other.meetingId, id)).toBeNull()
  })
})

describe('Given a party that left the meeting (rule 15)', () => {
  test('then its export ends with its leaving and verifies, with every head that it kept; nothing later is in it', async () => {
    const held = await heldMeeting(4)
    const { head, partyId } = side(held, 3)
    const agreed = await adopted(held)
    const before = await loadExport(head, held.meetingId, new Date())
    done(await leaveMeeting(head, held.meetingId, partyId))
    const rest = { ...held, sides: held.sides.slice(0, 3) }
    const later = await adopted(rest, { title: 'Without them' })
    await drafted(rest, { title: 'Still open' })

    const exported = await loadExport(head, held.meetingId, new Date())
    expect(JSON.stringify(exported)).not.toMatch(/Without them|Still open/)
    expect(exported?.agreed.map(({ conclusionId }) => conclusionId)).toEqual([agreed])
    expect(exported?.links.at(-1)?.payload).toContain('"party-left"')
    if (exported === null || before === null) throw new Error('There is a record to export.')
    expect(verifyExport(exported, sha256, before.head)).toMatchObject({ intact: true })
    expect((await loadEntries(head, held.meetingId, 1))?.total).toBe(exported?.head.sequence)
    expect(await loadVerdict(head, held.meetingId, before?.head ?? null)).toMatchObject({ intact: true })
    expect(await loadAdoption(head, held.meetingId, later)).toBeNull()
    expect((await loadAdoption(head, held.meetingId, agreed))?.sequence).toBeGreaterThan(0)
  })
})
