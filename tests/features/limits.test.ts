/** No list that somebody can lengthen is without an end: at its bound there is a refusal with words, and nobody gets past it by two acts at once. */
import { afterEach, describe, expect, test } from 'vitest'
import { dayFull, listFull, mostIn, mostInADay } from '#domain/limits.ts'
import { parts } from '#domain/record/bounds.ts'
import { recordDivergence, writeWords } from '#features/conclusions/commands/divergence.ts'
import { openDraft } from '#features/conclusions/commands/open-draft.ts'
import { revise } from '#features/conclusions/commands/revise.ts'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { come, leave } from '#features/floor/commands/presence.ts'
import { changeSettings } from '#features/groups/commands/change-settings.ts'
import { createGroup } from '#features/groups/commands/create-group.ts'
import { acceptInvitation } from '#features/invitations/commands/accept.ts'
import { inviteToParty } from '#features/invitations/commands/invite.ts'
import { addItem } from '#features/meetings/commands/agenda.ts'
import { createMeeting } from '#features/meetings/commands/create-meeting.ts'
import { offerAnotherTime } from '#features/meetings/commands/offers.ts'
import { proposeBilateral } from '#features/meetings/commands/propose-bilateral.ts'
import { changeParty, createParty } from '#features/parties/commands/create-party.ts'
import { assign } from '#features/preparation/commands/assign.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { importText } from '#features/texts/commands/import-text.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { say } from '#lib/words/say.ts'
import { heldMeeting, pastTheRules, publishedText } from '#tests/setup/meetings.ts'
import { signedIn } from '#tests/setup/people.ts'
import { partySeen, settingsSeen } from '#tests/setup/seen.ts'
import { adopted, answer, consent, done, draft, drafted, put, refusedAs, side, wording } from './conclusions-given.ts'
import { ahead, content, item, scene } from './meetings-given.ts'

/** So many rows of a table, made past every rule: columns and their values in SQL, of which `n` may be part. */
function rows(table: string, count: number, columns: Readonly<Record<string, string>>): Promise<number> {
  const names = Object.keys(columns).map((name) => `"${name}"`)
  return pastTheRules(`INSERT INTO "${table}" (id, ${names.join(', ')})
    SELECT gen_random_uuid(), ${Object.values(columns).join(', ')} FROM generate_series(1, ${count}) AS n`)
}

const id = (uuid: string) => `'${uuid}'`
/** Of two acts at once at the last free place one is done, and the other refused. */
const lastPlace = async (refusal: unknown, act: (n: number) => Promise<unknown>) => {
  const answers = await Promise.all([act(1), act(2)])
  expect(answers.map(refusedAs).filter((one) => one === refusal)).toHaveLength(1)
  expect(refusedAs(await act(3))).toBe(refusal)
}

let undo: string | null = null
afterEach(async () => {
  if (undo !== null) await pastTheRules(undo)
  undo = null
})

describe('given a group whose lists are nearly full', () => {
  test('then it gets one more party, and no second one', async () => {
    const { groupId, organizer } = await scene()
    const party = { groupId: id(groupId), name: `'Reach ' || n`, shortName: `'R' || n`, timeZone: `'UTC'` }
    await rows('Party', mostIn.parties - 4, party)
    await lastPlace('list-full', (n) =>
      createParty(organizer, groupId, { name: `New ${n}`, shortName: `N${n}`, timeZone: 'Europe/Lisbon' }),
    )
  })

  test('then a party gets one more member, and no second one', async () => {
    const { weir } = await scene()
    const guests = [await signedIn('Ada'), await signedIn('Bo'), await signedIn('Cy')]
    await pastTheRules(`INSERT INTO "Person" (id, email, name)
      SELECT gen_random_uuid(), '${weir.id}-' || n || '@river.invalid', 'One' FROM generate_series(1, ${mostIn.members - 5}) n`)
    await pastTheRules(`INSERT INTO "PartyMember" (id, "groupId", "partyId", "personId", role)
      SELECT gen_random_uuid(), y."groupId", y.id, w.id, 'delegate' FROM "Party" y, "Person" w
      WHERE y.id = '${weir.id}' AND w.email LIKE '${weir.id}-%'`)
    const links: string[] = []
    for (const _ of guests) {
      const made = done(await inviteToParty(weir.head, weir.id, { role: 'delegate' }))
      links.push(made.link?.split('/').at(-1) ?? '')
    }
    await lastPlace('list-full', (n) => acceptInvitation(guests[n - 1] ?? weir.head, { token: links[n - 1] ?? '' }))
  })

  test('then one person plans one more meeting, and no second one; others do', async () => {
    const { groupId, organizer, weir, mill } = await scene()
    const own = { groupId: id(groupId), createdById: id(organizer.personId), kind: `'study'`, title: `'Plan'` }
    const long = { ...own, timeZone: `'UTC'`, createdAt: `now() - interval '3 days'` }
    await rows('Meeting', mostIn.plans - 1, long)
    const plan = { kind: 'multilateral' as const, partyIds: [], ...content }
    await lastPlace('list-full', () => createMeeting(organizer, groupId, plan))
    const proposal = { partyId: weir.id, withPartyId: mill.id, ...content, time: ahead(9), message: '' }
    expect(refusedAs(await proposeBilateral(weir.head, groupId, proposal))).not.toBe('list-full')
  })

  test('then one person makes no more meetings in a day, scheduled or not', async () => {
    const { groupId, weir, mill } = await scene()
    const own = { groupId: id(groupId), createdById: id(weir.head.personId), kind: `'study'`, title: `'Held'` }
    const held = { ...own, timeZone: `'UTC'`, state: `'scheduled'`, startsAt: 'now()', durationMinutes: '60' }
    await rows('Meeting', mostInADay.meetings - 1, held)
    const proposal = { partyId: weir.id, withPartyId: mill.id, ...content, time: ahead(9), message: '' }
    await lastPlace('day-full', () => proposeBilateral(weir.head, groupId, proposal))
  })

  test('then one more text is imported, and no second one', async () => {
    const { groupId, organizer } = await scene()
    const old = {
      groupId: id(groupId),
      title: `'Text'`,
      createdById: id(organizer.personId),
      createdAt: `'2026-01-01'`,
    }
    await rows('Text', mostIn.texts - 1, old)
    await lastPlace('list-full', () => importText(organizer, groupId, { pasted: 'Water is common.' }))
  })

  test('then one person gives no more homework in a day than that', async () => {
    const { groupId, organizer, weir } = await scene()
    const editionId = await publishedText(groupId, organizer)
    const homework = { groupId: id(groupId), editionId: id(editionId), kind: `'read'`, partyId: id(weir.id) }
    await rows('Assignment', mostInADay.homework - 1, { ...homework, createdById: id(organizer.personId) })
    const give = { as: 'organizer' as const, kind: 'read' as const, to: [{ partyId: weir.id, personId: null }] }
    const rest = { meetingId: null, itemId: null, dueOn: null, instructions: '' }
    const citations = [{ editionId, first: 1, last: 1 }]
    await lastPlace('day-full', () => assign(organizer, groupId, { ...give, ...rest, citations }))
  })

  test('then one person changes what the history tells so often in a day, and no more', async () => {
    const { groupId, organizer, mill } = await scene()
    const event = { groupId: id(groupId), kind: `'settings-changed'`, actorId: id(organizer.personId) }
    await rows('GroupEvent', mostInADay.changes - 1, event)
    const seen = await settingsSeen(groupId)
    const others = [{ name: 'River 1' }, { purpose: 'Water' }, { replacementDelayHours: 96 }]
    await lastPlace('day-full', (n) =>
      changeSettings(organizer, groupId, { ...seen, language: null, ...others[n - 1], seen }),
    )
    const name = { name: 'Mill race', shortName: 'Race', timeZone: 'Europe/Lisbon' }
    expect(refusedAs(await changeParty(mill.head, mill.id, { ...name, seen: await partySeen(mill.id) }))).toEqual(name)
  })

  test('then the admin makes one more group, and no second one', async () => {
    const admin = await signedIn('Ada Min', { isInstanceAdmin: true })
    const before = await asSystem('test', (tx) => tx.group.count())
    undo = `DELETE FROM "Group" WHERE purpose = 'filling'`
    await rows('Group', mostIn.groups - 1 - before, { name: `'G' || n`, timeZone: `'UTC'`, purpose: `'filling'` })
    const group = { name: 'One more', purpose: 'filling', timeZone: 'Europe/Lisbon' }
    await lastPlace('list-full', (n) => createGroup(admin, { ...group, name: `More ${n}` }))
  })
})

describe('given a meeting whose lists are nearly full', () => {
  test('then it gets one more draft, and no second one; divergences and words of the sides go on', async () => {
    const held = await heldMeeting(2)
    const { groupId, meetingId, chair } = held
    const place = { groupId: id(groupId), meetingId: id(meetingId), createdById: id(chair.personId) }
    await rows('Conclusion', mostIn.conclusions - 1, {
      ...place,
      kind: `'common-position'`,
      title: `'Draft'`,
      state: `'withdrawn'`,
    })
    await lastPlace('list-full', () => openDraft(chair, meetingId, draft()))
    const { id: last } = await asSystem('test', (tx) =>
      tx.conclusion.findFirstOrThrow({ where: { meetingId, state: 'draft' } }),
    )
    const recorded = done(await recordDivergence(chair, last, { title: 'We differ' }))
    expect(done(await writeWords(side(held, 0).head, recorded.id, { words: 'Weekly.', seen: null })).state).toBe(
      'recorded',
    )
  })

  test('then a conclusion gets one more version, and no second one', async () => {
    const held = await heldMeeting(2)
    const draftId = await drafted(held)
    await pastTheRules(`INSERT INTO "ConclusionVersion" (id, "groupId", "conclusionId", number, wording, "createdById")
      SELECT gen_random_uuid(), '${held.groupId}', '${draftId}', n, 'Version ' || n, '${held.chair.personId}'
      FROM generate_series(2, ${mostIn.versions - 1}) n`)
    await pastTheRules(`UPDATE "Conclusion" SET "currentVersion" = ${mostIn.versions - 1} WHERE id = '${draftId}'`)
    const baseVersion = mostIn.versions - 1
    done(await revise(held.chair, draftId, { baseVersion, content: wording('The last one') }))
    const again = { baseVersion: mostIn.versions, content: wording('One more') }
    expect(refusedAs(await revise(held.chair, draftId, again))).toBe('list-full')
  })

  test('then one side changes its answer so often, and no more; it stands, and the others still decide', async () => {
    const held = await heldMeeting(2)
    const [mill, weir] = [side(held, 0), side(held, 1)]
    const putId = await put(held)
    const toggle = (n: number) =>
      answer(mill.head, putId, n % 2 === 0 ? { kind: 'object', reason: `No ${n}` } : { kind: 'consent' })
    done(await toggle(0))
    await pastTheRules(`UPDATE "Stance" SET changes = ${mostIn.answers - 1}`)
    done(await toggle(1))
    expect(refusedAs(await toggle(2))).toBe('list-full')
    expect(done(await consent(weir.head, putId)).state).toBe('adopted')
  })

  test('then one more time is offered, and no second one', async () => {
    const { groupId, weir, mill } = await scene()
    const proposal = { partyId: weir.id, withPartyId: mill.id, ...content, time: ahead(9), message: '' }
    const { id: meetingId } = done(await proposeBilateral(weir.head, groupId, proposal))
    const offer = {
      groupId: id(groupId),
      meetingId: id(meetingId),
      partyId: id(weir.id),
      byPersonId: id(weir.head.personId),
    }
    await rows('TimeProposal', mostIn.offers - 2, {
      ...offer,
      startsAt: 'now()',
      durationMinutes: '60',
      timeZone: `'UTC'`,
      answer: `'replaced'`,
    })
    const other = (viewer: typeof weir.head) => offerAnotherTime(viewer, meetingId, { time: ahead(10), message: '' })
    done(await other(mill.head))
    expect(refusedAs(await other(weir.head))).toBe('list-full')
    expect(refusedAs(await other((await scene()).weir.head))).toBe('not-found')
  })

  test.each(['presence', 'agendas', 'sharing', 'minutes'] as const)(
    'when the part %s of its record is full, then what adds to it is refused, and everything else goes on',
    async (part) => {
      const held = await heldMeeting(2)
      const { groupId, meetingId, chair } = held
      const conclusionId = await adopted(held)
      const minutesId = part === 'minutes' ? await minutesOf(held) : null
      const entry = { groupId: id(groupId), meetingId: id(meetingId), sequence: '100000 + n', at: 'now()' }
      const hashes = { payloadHash: `''`, previousHash: `''`, hash: `''` }
      const about = minutesId === null ? {} : { conclusionId: id(minutesId) }
      await rows('RecordEntry', parts[part].entries, {
        ...entry,
        ...hashes,
        kind: `'${parts[part].kinds[0]}'`,
        ...about,
      })
      const acts = {
        presence: () => come(chair, meetingId, chair.personId),
        agendas: () => addItem(chair, meetingId, item(0)),
        sharing: () => shareWithGroup(side(held, 0).head, conclusionId, { agree: true }),
        minutes: () => putRecord(chair, meetingId),
      }
      for (const [name, act] of Object.entries(acts))
        expect(refusedAs(await act()) === 'record-full', name).toBe(name === part)
      if (part !== 'presence') expect(await leave(chair, meetingId, chair.personId)).toBeUndefined()
    },
  )

  /** Minutes that were drafted and are not put. */
  async function minutesOf({ groupId, meetingId, chair }: Awaited<ReturnType<typeof heldMeeting>>): Promise<string> {
    const place = { groupId: id(groupId), meetingId: id(meetingId), createdById: id(chair.personId) }
    await rows('Conclusion', 1, { ...place, kind: `'record'`, title: `'Minutes'`, state: `'withdrawn'` })
    const found = await asSystem('test', (tx) =>
      tx.conclusion.findFirstOrThrow({ where: { meetingId, kind: 'record' } }),
    )
    return found.id
  }
})

test('given somebody who signs in again and again, the oldest of their sessions end', async () => {
  const person = await signedIn('Ada Mill')
  const session = { personId: id(person.personId), method: `'mail-link'`, expiresAt: `now() + interval '1 day'` }
  await rows('Session', mostIn.sessions + 9, { ...session, createdAt: `now() - n * interval '1 minute'` })
  const { startSession } = await import('#lib/auth/sessions.ts')
  await asSystem('test', (tx) => startSession(tx, person.personId, 'mail-link', new Date(), null), { write: true })
  const live = await asSystem('test', (tx) => tx.session.count({ where: { personId: person.personId, endedAt: null } }))
  expect(live).toBe(mostIn.sessions)
})

test('each refusal at a bound has words that say what, how many and what then', () => {
  for (const [list, most] of Object.entries(mostIn)) {
    const refusal = listFull(list as keyof typeof mostIn, most)
    expect(say('refusals', 'list-full', { ...refusal }), list).toContain(most.toLocaleString('en'))
  }
  for (const [what, most] of Object.entries(mostInADay)) {
    const refusal = dayFull(what as keyof typeof mostInADay, most)
    expect(say('refusals', 'day-full', { ...refusal }), what).toMatch(/at most [\d,]+ .* in a day/)
  }
  for (const part of Object.keys(parts))
    expect(say('refusals', 'record-full', { part, entries: 5 }), part).toMatch(/: 5 \w+/)
})

test('no two lists are refused in the same words: none takes those that another one has for want of its own', () => {
  const sentences = [
    ...Object.keys(mostIn).map((list) => say('refusals', 'list-full', { list, most: 5 })),
    ...Object.keys(mostInADay).map((what) => say('refusals', 'day-full', { what, most: 5 })),
    ...Object.keys(parts).map((part) => say('refusals', 'record-full', { part, entries: 5 })),
  ]
  expect(sentences.filter((sentence, place) => sentences.indexOf(sentence) !== place)).toEqual([])
})

test('given a meeting whose wordings fill its minutes, then no draft and no version makes them longer, and minutes are put', async () => {
  const held = await heldMeeting(2)
  const { groupId, meetingId, chair } = held
  const short = await drafted(held)
  const place = { groupId: id(groupId), meetingId: id(meetingId), createdById: id(chair.personId) }
  await rows('Conclusion', 60, { ...place, kind: `'common-position'`, title: `'Draft'`, state: `'withdrawn'` })
  await pastTheRules(`INSERT INTO "ConclusionVersion" (id, "groupId", "conclusionId", number, wording, "createdById")
    SELECT gen_random_uuid(), "groupId", id, 1, repeat('x', 19990), "createdById" FROM "Conclusion"
    WHERE "meetingId" = '${meetingId}' AND state = 'withdrawn'`)
  const long = wording('x'.repeat(2_000))
  expect(await openDraft(chair, meetingId, draft({ content: long }))).toMatchObject({ refused: 'wordings-full' })
  expect(refusedAs(await revise(chair, short, { baseVersion: 1, content: long }))).toBe('wordings-full')
  done(await revise(chair, short, { baseVersion: 1, content: wording('Short.') }))
  expect(done(await put(held, { content: wording('Short too.') }))).toBeTruthy()
})
