/** A repeated request acts once, and is answered by what the person may know today (SECURITY.md, attack 60). */
import { describe, expect, test } from 'vitest'
import { groupRoutes } from '#features/groups/api.ts'
import { removeOrganizer } from '#features/groups/commands/remove-organizer.ts'
import { meetingPeopleRoutes } from '#features/meetings/api/people.ts'
import { meetingRoutes } from '#features/meetings/api/plan.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { partyRoutes } from '#features/parties/api.ts'
import { createParty } from '#features/parties/commands/create-party.ts'
import { changeRole, removeMember } from '#features/parties/commands/people.ts'
import { newParty } from '#features/parties/schema.ts'
import { actedStatus } from '#lib/api/acted.ts'
import { apiOf } from '#lib/api/app.ts'
import { claimMinutes } from '#lib/api/idempotency.ts'
import { route } from '#lib/api/route.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isNoun, knowsOf } from '#store/access/target.ts'
import { request, signedIn } from '#tests/setup/people.ts'
import { settingsSeen } from '#tests/setup/seen.ts'
import { POST } from '../../app/api/v1/[[...path]]/route.ts'
import { done, refusedAs, scene, scheduled } from './meetings-given.ts'

const api = apiOf([groupRoutes, meetingPeopleRoutes, meetingRoutes, partyRoutes], knowsOf)
const write = { write: true }

async function send(viewer: Viewer, method: string, path: string, key: string, body?: unknown) {
  const response = await api.fetch(await request(viewer, method, path, body, { 'idempotency-key': key }))
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

const party = { name: 'Alder', shortName: 'Alder', timeZone: 'Europe/Lisbon' }

describe('Given a write that was done under a key', () => {
  test('when the same request comes again, then it is told that it was done, with the ids, and nothing is done twice', async () => {
    const { groupId, organizer } = await scene()
    const make = () => send(organizer, 'POST', `/groups/${groupId}/parties`, 'one', party)
    const made = await make()
    expect(made.status).toBe(201)
    expect(await make()).toEqual(made)
    const settings = { name: 'Elbe council', purpose: 'Not to be kept', timeZone: 'UTC', replacementDelayHours: 24 }
    const seen = await settingsSeen(groupId)
    const change = () => send(organizer, 'PUT', `/groups/${groupId}/settings`, 'two', { ...settings, seen })
    expect((await change()).body).toEqual({ ...settings, kind: null, language: null })
    expect(await change()).toEqual({ status: 200, body: {} })
    const kept = await asSystem('test', (tx) => tx.idempotencyKey.findMany({ where: { personId: organizer.personId } }))
    expect(JSON.stringify(kept)).not.toContain('Not to be kept')
  })

  test('when the person was removed meanwhile, then they get what a stranger gets (attack 60)', async () => {
    const base = await scene()
    const { groupId, organizer, weir, mill } = base
    const stranger = await signedIn('Out')
    const petr = await signedIn('Petr')
    await asSystem('test', (tx) => tx.organizer.create({ data: { groupId, personId: petr.personId } }), write)
    const meetingId = await scheduled(base, 'study', [weir.id])
    const seat = { personId: weir.delegate.personId, partyId: weir.id }
    const name = (viewer: Viewer) => send(viewer, 'POST', `/meetings/${meetingId}/seats`, 'seat', seat)
    const make = (viewer: Viewer) => send(viewer, 'POST', `/groups/${groupId}/parties`, 'party', party)
    expect((await name(weir.deputy)).status).toBe(204)
    expect((await make(organizer)).status).toBe(201)
    done(await removeMember(weir.head, weir.id, weir.deputy.personId))
    done(await removeOrganizer(petr, groupId, organizer.personId))
    expect(await name(weir.deputy)).toEqual(await name(stranger))
    expect(await make(organizer)).toEqual(await make(stranger))
    expect((await make(organizer)).status).toBe(404)
    expect(mill.id).not.toBe(weir.id)
  })

  test('when they still belong to the group and became somebody else in it, then they are told to look', async () => {
    const { groupId, organizer, weir } = await scene()
    const role = { role: 'observer', seen: 'delegate' }
    const path = `/parties/${weir.id}/members/${weir.delegate.personId}/role`
    expect((await send(weir.deputy, 'PUT', path, 'role', role)).status).toBe(204)
    expect((await send(weir.deputy, 'PUT', path, 'role', role)).status).toBe(204)
    done(await changeRole(weir.head, weir.id, weir.deputy.personId, { role: 'delegate', seen: 'deputy' }))
    expect((await send(weir.deputy, 'PUT', path, 'role', role)).body.refused).toBe('answered-before')
    expect(groupId).not.toBe(organizer.personId)
  })

  test('when what it was on is not theirs to know any more, then it answers like a missing thing', async () => {
    const base = await scene()
    const { weir, mill } = base
    const meetingId = await scheduled(base, 'study', [weir.id])
    const seat = { personId: weir.delegate.personId, partyId: weir.id }
    const name = () => send(weir.head, 'POST', `/meetings/${meetingId}/seats`, 'seat', seat)
    expect((await name()).status).toBe(204)
    // Not what the head is in the group has changed, but which parties the meeting has.
    await asSystem(
      'test',
      (tx) => tx.meetingParty.updateMany({ where: { meetingId }, data: { partyId: mill.id } }),
      write,
    )
    await asSystem('test', (tx) => tx.seat.deleteMany({ where: { meetingId } }), write)
    expect((await name()).status).toBe(404)
    expect(refusedAs(await leaveMeeting(weir.head, meetingId, weir.id))).toBe('not-found')
  })
})

describe('Given a write that was refused under a key', () => {
  test('when it comes again, then it is judged anew', async () => {
    const { groupId, organizer, weir } = await scene()
    const make = (viewer: Viewer) => send(viewer, 'POST', `/groups/${groupId}/parties`, 'one', party)
    expect((await make(weir.head)).status).toBe(403)
    await asSystem('test', (tx) => tx.organizer.create({ data: { groupId, personId: weir.head.personId } }), write)
    expect((await make(weir.head)).status).toBe(201)
    expect((await make(organizer)).body.refused).toBe('party-name-taken')
  })
})

describe('Given an act that was done, and an answer that failed', () => {
  test('when the same request comes again, then nothing is done twice, and whoever repeats it is told to look', async () => {
    const { groupId, organizer } = await scene()
    const failing = route(
      'POST /groups/{groupId}/parties',
      { summary: 'Makes a party, and fails to say so', body: newParty, answer: newParty },
      async (viewer, { params, body }) => {
        done(await createParty(viewer, params.groupId, body))
        throw new Error('The answer cannot be made.')
      },
    )
    const broken = apiOf([[failing]], knowsOf)
    const make = async () => {
      const path = `/groups/${groupId}/parties`
      const response = await broken.fetch(await request(organizer, 'POST', path, party, { 'idempotency-key': 'one' }))
      return { status: response.status, refused: ((await response.json()) as { refused?: string }).refused }
    }
    expect((await make()).status).toBe(500)
    expect(await make()).toEqual({ status: 409, refused: 'answered-before' })
    const where = { groupId, name: party.name }
    expect(await asSystem('test', (tx) => tx.party.count({ where }))).toBe(1)
  })
})

describe('Given a process that died between taking a key and answering', () => {
  const take = async (age: number) => {
    const { groupId, organizer } = await scene()
    const make = () => send(organizer, 'POST', `/groups/${groupId}/parties`, 'one', party)
    const before = (await make()).body.id
    // As the dead process left it: claimed, never answered, and what it did rolled back.
    await asSystem(
      'test',
      async (tx) => {
        await tx.party.delete({ where: { id: before } })
        await tx.$executeRaw`UPDATE "IdempotencyKey" SET status = NULL, ids = NULL, standing = NULL,
          "createdAt" = now() - make_interval(secs => ${age}) WHERE "personId" = ${organizer.personId}::uuid`
      },
      write,
    )
    return make
  }

  test('when the key is repeated while somebody may still be at it, then it is in use', async () => {
    const make = await take(claimMinutes * 60 - 10)
    expect((await make()).body.refused).toBe('key-in-use')
  })

  test('when it had acted by then, then nothing is done twice, and whoever repeats it is told to look', async () => {
    const { groupId, organizer } = await scene()
    const make = () => send(organizer, 'POST', `/groups/${groupId}/parties`, 'one', party)
    expect((await make()).status).toBe(201)
    const leave = (age: number) =>
      asSystem(
        'test',
        (tx) => tx.$executeRaw`UPDATE "IdempotencyKey" SET status = ${actedStatus}, ids = NULL, standing = NULL,
          "createdAt" = now() - make_interval(secs => ${age}) WHERE "personId" = ${organizer.personId}::uuid`,
        write,
      )
    await leave(claimMinutes * 60 - 10)
    expect((await make()).body.refused).toBe('key-in-use')
    await leave(claimMinutes * 60 + 10)
    expect((await make()).body.refused).toBe('answered-before')
  })

  test('when minutes have passed, then one of any number of repetitions acts, and the others wait for it', async () => {
    const make = await take(claimMinutes * 60 + 10)
    const answers = await Promise.all(Array.from({ length: 8 }, make))
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.id)
    expect(new Set(made).size).toBe(1)
    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body.refused)).toEqual(
      Array.from({ length: 8 - made.length }, () => 'key-in-use'),
    )
    expect((await make()).body.id).toBe(made[0])
  })
})

test('What every act is on is known to the proof of a repeated request, or is the viewer’s own', async () => {
  const me = await signedIn('Ida')
  const { GET } = await import('../../app/api/v1/[[...path]]/route.ts')
  const { paths } = (await (await GET(await request(me, 'GET', '/openapi.json'))).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  const acts = Object.entries(paths).filter(([, methods]) => Object.keys(methods).some((method) => method !== 'get'))
  const named = acts.map(([path]) => path.split('/').filter((part) => part !== ''))
  const unknown = named.filter(([noun = '', id = '']) => id.startsWith('{') && !isNoun(noun))
  expect(unknown).toEqual([])
  expect(POST).toBeTypeOf('function')
})
