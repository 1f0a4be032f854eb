/** Meetings being planned, as far along as a test needs them. */

import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { createMeeting } from '#features/meetings/commands/create-meeting.ts'
import { scheduleMeeting } from '#features/meetings/commands/plan.ts'
import { proposeBilateral } from '#features/meetings/commands/propose-bilateral.ts'
import { loadPlan } from '#features/meetings/loaders.ts'
import type { NewMeeting, TimeInput } from '#features/meetings/schema.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { groupOf, partyOf, signedIn } from '#tests/setup/people.ts'

/** A group with three parties, each with people of every role. */
export interface Scene {
  readonly groupId: string
  readonly organizer: Viewer
  readonly weir: Circle
  readonly mill: Circle
  readonly ferry: Circle
}

export interface Circle {
  readonly id: string
  readonly head: Viewer
  readonly deputy: Viewer
  readonly delegate: Viewer
  readonly observer: Viewer
}

export async function scene(): Promise<Scene> {
  const organizer = await signedIn('Olga Ness')
  const groupId = await groupOf(organizer)
  const [weir, mill, ferry] = [
    await circle(groupId, 'Weir'),
    await circle(groupId, 'Mill'),
    await circle(groupId, 'Ferry'),
  ]
  return { groupId, organizer, weir, mill, ferry }
}

async function circle(groupId: string, name: string): Promise<Circle> {
  const head = await signedIn(`${name} head`)
  const deputy = await signedIn(`${name} deputy`)
  const delegate = await signedIn(`${name} delegate`)
  const observer = await signedIn(`${name} observer`)
  const id = await partyOf(groupId, name, [
    [head, 'head'],
    [deputy, 'deputy'],
    [delegate, 'delegate'],
    [observer, 'observer'],
  ])
  return { id, head, deputy, delegate, observer }
}

/** A head whom an organizer installed just now (rule 14). */
export async function installedHead(groupId: string, partyId: string): Promise<Viewer> {
  const head = await signedIn('Late Head')
  const data = { groupId, partyId, personId: head.personId, role: 'head', seesFrom: new Date() }
  await asSystem('test', (tx) => tx.partyMember.create({ data }), { write: true })
  return head
}

/** A wall time some days ahead, in Lisbon unless told. */
export function ahead(days: number, more: Partial<TimeInput> = {}): TimeInput {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  return { wall: `${day}T18:00`, timeZone: 'Europe/Lisbon', durationMinutes: 120, ...more }
}

/** It was done; a refusal fails the test. */
export function done<T>(answer: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, Refusal>
}

/** The code of a refusal, or what was done instead. */
export const refusedAs = (answer: unknown): unknown => (isRefusal(answer) ? answer.refused : answer)

export const content = { title: 'The fish ladder', aim: '', place: '', link: '' }

/** A draft of an organizer's. */
export async function drafted(
  { groupId, organizer }: Scene,
  kind: NewMeeting['kind'],
  partyIds: readonly string[],
): Promise<string> {
  return done(await createMeeting(organizer, groupId, { ...content, kind, partyIds: [...partyIds] })).id
}

/** A meeting of the organizer's with a date. */
export async function scheduled(given: Scene, kind: NewMeeting['kind'], partyIds: readonly string[]): Promise<string> {
  const id = await drafted(given, kind, partyIds)
  done(await scheduleMeeting(given.organizer, id, ahead(7)))
  return id
}

/** A bilateral that the head of the weir proposed to the mill. */
export async function proposed({ groupId, weir, mill }: Scene): Promise<string> {
  const between = { partyId: weir.id, withPartyId: mill.id }
  const asked = { ...content, ...between, time: ahead(7), message: 'Shall we?' }
  return done(await proposeBilateral(weir.head, groupId, asked)).id
}

/** The plan, for somebody who may know of it. */
export async function planFor(viewer: Viewer, meetingId: string) {
  const plan = await loadPlan(viewer, meetingId)
  if (plan === null) throw new Error('There is no plan for this viewer.')
  return plan
}

/** An item as somebody writes it. */
export const item = (agendaVersion: number, more: object = {}) => ({
  agendaVersion,
  kind: 'inquiry' as const,
  title: 'How high is the sill',
  aim: '',
  minutes: 30,
  leadPartyId: null,
  leadPersonId: null,
  citations: [],
  ...more,
})
