/** In which language somebody is answered: what their account says, else their group, else what they ask for. */

import { describe, expect, it } from 'vitest'
import { groupRoutes } from '#features/groups/api.ts'
import { peopleRoutes } from '#features/people/api.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { apiOf } from '#lib/api/app.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { inLanguage } from '#lib/words/context.ts'
import { say } from '#lib/words/say.ts'
import type { LanguageTag } from '#messages/languages.ts'
import { knowsOf } from '#store/access/target.ts'
import { heldMeeting } from '#tests/setup/meetings.ts'
import { groupOf, request, signedIn } from '#tests/setup/people.ts'
import { settingsSeen } from '#tests/setup/seen.ts'
import { done } from './meetings-given.ts'

const api = apiOf([peopleRoutes, groupRoutes], knowsOf)
const nameless = { name: '', timeZone: null }
const settings = { name: 'River council', purpose: '', timeZone: 'Europe/Lisbon', replacementDelayHours: 72 }

async function send(viewer: Viewer | null, method: string, path: string, body?: unknown, asked?: string) {
  const headers: Record<string, string> = asked === undefined ? {} : { 'accept-language': asked }
  const response = await api.fetch(await request(viewer, method, path, body, headers))
  return { status: response.status, body: await response.json() }
}

const inThe = (tag: LanguageTag, key: string) => inLanguage(tag, () => say('refusals', key))

/** The language in which a refusal is told, of the input and of its field. */
async function languageOf(viewer: Viewer | null, asked?: string): Promise<unknown> {
  const { body } = await send(viewer, 'PATCH', '/me', nameless, asked)
  return (['en', 'en-XA', 'ar-XB'] as const).find((tag) =>
    viewer === null
      ? body.title === inThe(tag, 'not-signed-in')
      : body.fields?.[0]?.message === inLanguage(tag, () => say('fields', 'nothing-visible')) ||
        body.fields?.[0]?.message === inLanguage(tag, () => say('fields', 'too_small.text', { limit: 1 })),
  )
}

describe('given a refusal', () => {
  it('is told to nobody in particular in what they ask for', async () => {
    expect(await languageOf(null, 'fr, ar-XB;q=0.5')).toBe('ar-XB')
    expect(await languageOf(null)).toBe('en')
  })

  it('is told to somebody in the language of their account, and of nobody else', async () => {
    const [ines, mara] = [await signedIn('Ines'), await signedIn('Mara')]
    const change = (language: unknown) => send(ines, 'PATCH', '/me', { name: 'Ines', timeZone: null, language })
    expect(await change('ar-XB')).toMatchObject({ status: 200, body: { language: 'ar-XB' } })
    expect((await send(ines, 'PATCH', '/me', { name: 'Ines', timeZone: null })).body.language).toBe('ar-XB')
    expect(await languageOf(ines, 'en-XA')).toBe('ar-XB')
    expect(await languageOf(mara, 'en-XA')).toBe('en-XA')
    for (const unknown of ['tlh', '', 7]) expect((await change(unknown)).status, String(unknown)).toBe(400)
    await change(null)
    expect(await languageOf(ines, 'en-XA')).toBe('en-XA')
  })

  it('is told in the language of their group to those who chose none', async () => {
    const [ines, mara, tomas] = [await signedIn('Ines'), await signedIn('Mara'), await signedIn('Tomas')]
    const groupId = await groupOf(ines)
    const change = async (language: unknown) =>
      send(ines, 'PUT', `/groups/${groupId}/settings`, { ...settings, language, seen: await settingsSeen(groupId) })
    expect((await change('ar-XB')).status).toBe(200)
    await asSystem('test', (tx) => tx.organizer.create({ data: { groupId, personId: mara.personId } }), { write: true })
    await send(mara, 'PATCH', '/me', { name: 'Mara', timeZone: null, language: 'en' })
    expect([await languageOf(ines, 'en'), await languageOf(mara, 'ar-XB'), await languageOf(tomas)]).toEqual([
      'ar-XB',
      'en',
      'en',
    ])
  })
})

it('given a group with a language, then the minutes that are put are written in it, whoever puts them', async () => {
  const held = await heldMeeting(2, 'closed')
  const { groupId, meetingId, chair } = held
  const write = { write: true }
  await asSystem('test', (tx) => tx.group.update({ where: { id: groupId }, data: { language: 'ar-XB' } }), write)
  const { id } = done(await inLanguage('en', () => putRecord(chair, meetingId)))
  const { wording } = await asSystem('test', (tx) =>
    tx.conclusionVersion.findFirstOrThrow({ where: { conclusionId: id }, select: { wording: true } }),
  )
  expect(wording).toContain(inLanguage('ar-XB', () => say('minutes', 'untitled')))
  // Each character of a document is seen: nothing that only keeps names apart on a page.
  expect(wording).not.toMatch(/U\+20|[\u2066-\u2069]/)
})
