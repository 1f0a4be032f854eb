/** What acts leave to be told after their commit: kept with the act, told once, tried again, and read as whoever is told. */
import { afterAll, afterEach, describe, expect, it, test } from 'vitest'
import { announceDeletion, endDeletion } from '#features/groups/commands/delete-group.ts'
import { loadParked } from '#features/groups/loaders.ts'
import { inviteToParty } from '#features/invitations/commands/invite.ts'
import { revokeInvitation } from '#features/invitations/commands/look-after.ts'
import { announceReplacement, stopReplacement } from '#features/invitations/commands/replace-head.ts'
import { removeMember } from '#features/parties/commands/people.ts'
import { hashToken } from '#lib/auth/token.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { dispatch } from '#lib/outbox/dispatch.ts'
import { type Delivery, type Processor, Unreachable } from '#lib/outbox/message.ts'
import { take } from '#lib/outbox/rows.ts'
import { deletionOf } from '#store/group/acts.ts'
import { processorOf } from '#store/outbox.ts'
import { perform } from '#store/perform.ts'
import { processors } from '#tests/setup/mail-processors.ts'
import { mailSink } from '#tests/setup/mail-sink.ts'
import { groupOf, partyOf, signedIn } from '#tests/setup/people.ts'
import { countStatements } from '#tests/setup/statements.ts'

let refuses: (address: string) => 450 | 550 | null = () => null
const sink = await mailSink((address) => refuses(address))
// Before the settings are read.
process.env.SMTP_URL = sink.url
afterAll(sink.stop)

/** What the mail server has taken since this was asked last. */
const newlyTaken = () => sink.taken.splice(0)

const write = { write: true }
const messages = () =>
  asSystem('test', (tx) => tx.outboxMessage.findMany({ orderBy: { sequence: 'asc' }, omit: { sequence: true } }))

/** All that waits for its next attempt is due now. */
const hurry = () =>
  asSystem(
    'test',
    (tx) => tx.outboxMessage.updateMany({ data: { dueAt: new Date(0), leasedUntil: null, lease: null } }),
    write,
  )

afterEach(async () => {
  refuses = () => null
  newlyTaken()
  await asSystem('test', (tx) => tx.outboxMessage.deleteMany(), write)
})

/** A group with an organizer and a party of a head and a deputy. */
async function council() {
  const [olga, hana, dov] = [await signedIn('Olga'), await signedIn('Hana'), await signedIn('Dov')]
  const groupId = await groupOf(olga)
  const upper = await partyOf(groupId, 'Upper', [
    [hana, 'head'],
    [dov, 'deputy'],
  ])
  return { olga, hana, dov, groupId, upper }
}

const done = <T>(answer: T): T => {
  expect(answer).not.toHaveProperty('refused')
  return answer
}

const invite = (by: Viewer, partyId: string, email = 'lea@mill.example') =>
  inviteToParty(by, partyId, { role: 'delegate', email, name: 'Lea' })

/** Announces the deletion of a group and calls it off: two messages about one aggregate. */
async function announcedAndEnded(olga: Viewer, groupId: string): Promise<void> {
  done(await announceDeletion(olga, groupId))
  expect(await endDeletion(olga, groupId)).toBeUndefined()
}

/** Follows the ends of deletions, and answers for each attempt. */
function telling(
  attempt: (recipientId: string, deliveryId: string, event: string) => void,
  to: readonly string[],
): Processor {
  return processorOf('test', ['deletion-announced', 'deletion-called-off'], async ({ event }) =>
    to.map(
      (recipientId): Delivery => ({
        recipientId,
        deliver: async (deliveryId) => attempt(recipientId, deliveryId, event),
      }),
    ),
  )
}

describe('Given an act that somebody is to be told of', () => {
  test('when it is done, then its message stands with it, with ids alone', async () => {
    const { hana, upper, groupId } = await council()
    const made = done(await invite(hana, upper))
    expect(await messages()).toMatchObject([
      { groupId, aggregateId: upper, event: 'invitation-made', ids: { invitationId: 'id' in made ? made.id : '' } },
    ])
  })

  test('when it is refused or fails, then nothing is left', async () => {
    const { olga, dov, upper, groupId } = await council()
    expect(await announceDeletion(dov, groupId)).toEqual({ refused: 'not-entitled' })
    expect(await invite(olga, upper)).toHaveProperty('refused')
    const failing = perform(olga, deletionOf(groupId), () => 'announce', {
      answer: () => {
        throw new Error('the process has a fault')
      },
    })
    await expect(failing).rejects.toThrow('the process has a fault')
    expect(await messages()).toEqual([])
    expect(await asSystem('test', (tx) => tx.groupEvent.count({ where: { groupId } }))).toBe(0)
  })

  test('when a word is put where ids stand, then the database refuses it', async () => {
    const { groupId } = await council()
    const row = { groupId, aggregateId: groupId, event: 'invitation-made', ids: { invitationId: 'a word' } }
    await expect(asSystem('test', (tx) => tx.outboxMessage.create({ data: row }), write)).rejects.toThrow('ids_check')
  })
})

test('when nothing waits, then that is found on one connection: the others of the pool lie as they lay', async () => {
  const { statements } = await countStatements(() => dispatch([]))
  expect(statements).toHaveLength(2)
})

test('when four messages wait for a slow mail server, then all of them are with it at once', async () => {
  const started = Promise.withResolvers<void>()
  let under = 0
  const processor = telling(async () => {
    under += 1
    if (under === 4) started.resolve()
    await started.promise
  }, ['00000000-0000-7000-8000-000000000001'])
  for (let n = 0; n < 4; n++) {
    const { olga, groupId } = await council()
    done(await announceDeletion(olga, groupId))
  }
  await dispatch([processor])
  expect(under).toBe(4)
})

describe('Given a message that waits', () => {
  const people = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']

  it('is told once to each, however many look at once, and then it is gone', async () => {
    const { olga, groupId } = await council()
    await announcedAndEnded(olga, groupId)
    const told: string[] = []
    const processor = telling((recipientId, _, event) => told.push(`${event} ${recipientId}`), people)
    await Promise.all([dispatch([processor]), dispatch([processor]), dispatch([processor])])
    await dispatch([processor])
    expect(told).toEqual(
      people.map((one) => `deletion-announced ${one}`).concat(people.map((one) => `deletion-called-off ${one}`)),
    )
    expect(await messages()).toEqual([])
  })

  it('waits behind an earlier one of the same aggregate that fails, while others go on', async () => {
    const { olga, groupId } = await council()
    const other = await council()
    await announcedAndEnded(olga, groupId)
    await announcedAndEnded(other.olga, other.groupId)
    const told: string[] = []
    const processor = processorOf(
      'test',
      ['deletion-announced', 'deletion-called-off'],
      async ({ event, groupId: of }) => [
        {
          recipientId: olga.personId,
          deliver: async () => {
            if (event === 'deletion-announced' && of === groupId) throw new Error('the line is dead')
            told.push(`${event} ${of}`)
          },
        },
      ],
    )
    await dispatch([processor])
    expect(told).toEqual([`deletion-announced ${other.groupId}`, `deletion-called-off ${other.groupId}`])
    expect(await messages()).toMatchObject([
      { event: 'deletion-announced', failures: 1 },
      { event: 'deletion-called-off', failures: 0 },
    ])
  })

  it('fails for one: the others are told, and only that one is tried again, under the same id', async () => {
    const { olga, groupId } = await council()
    done(await announceDeletion(olga, groupId))
    const attempts: string[] = []
    let isDead = true
    const processor = telling((recipientId, deliveryId) => {
      attempts.push(deliveryId)
      if (isDead && recipientId === people[0]) throw new Error('the line is dead')
    }, people)
    await dispatch([processor])
    // It waits before it is tried again.
    await dispatch([processor])
    expect(attempts).toHaveLength(2)
    isDead = false
    await hurry()
    await dispatch([processor])
    expect(attempts).toHaveLength(3)
    expect(attempts[2]).toBe(attempts.find((id) => id.endsWith(people[0] ?? '')))
    expect(await messages()).toEqual([])
  })

  it('fails again and again: it is parked, and what comes behind it goes on', async () => {
    const { olga, groupId } = await council()
    await announcedAndEnded(olga, groupId)
    const told: string[] = []
    const processor = telling(
      (_, __, event) => {
        if (event === 'deletion-announced') throw new Error('the line is dead')
        told.push(event)
      },
      [olga.personId],
    )
    for (let attempt = 1; attempt <= 8; attempt++) {
      expect(told, `before attempt ${attempt}`).toEqual([])
      await hurry()
      await dispatch([processor])
    }
    expect(told).toEqual(['deletion-called-off'])
    expect(await messages()).toMatchObject([{ event: 'deletion-announced', failures: 8, parkedAt: expect.any(Date) }])
    expect([await loadParked(await signedIn('Ada', { isInstanceAdmin: true })), await loadParked(olga)]).toEqual([1, 0])
  })

  it('cannot reach somebody: that is kept, and nobody waits for it', async () => {
    const { olga, groupId } = await council()
    await announcedAndEnded(olga, groupId)
    const told: string[] = []
    const processor = telling(
      (_, __, event) => {
        if (event === 'deletion-announced') throw new Unreachable('no such address')
        told.push(event)
      },
      [olga.personId],
    )
    await dispatch([processor])
    expect([told, await messages()]).toEqual([['deletion-called-off'], []])
  })

  it('was taken by a process that is silent: nobody else has it before its lease is over', async () => {
    const { olga, groupId } = await council()
    done(await announceDeletion(olga, groupId))
    const first = await take()
    expect([first?.event, await take()]).toEqual(['deletion-announced', null])
    const past = new Date(Date.now() - 1)
    await asSystem('test', (tx) => tx.outboxMessage.updateMany({ data: { leasedUntil: past } }), write)
    const second = await take()
    expect(second?.id).toBe(first?.id)
    expect(second?.lease).not.toBe(first?.lease)
  })

  it('goes with its group', async () => {
    const { olga, groupId } = await council()
    done(await announceDeletion(olga, groupId))
    await asSystem('test', (tx) => tx.group.delete({ where: { id: groupId } }), write)
    expect(await messages()).toEqual([])
  })
})

describe('Given a mail server', () => {
  const tokenIn = (text = '') => /\/invitations\/(\S+)/.exec(text)?.[1] ?? ''

  it('an invitation goes with a link that stands in no table and is the same each time', async () => {
    const { hana, upper } = await council()
    const made = done(await invite(hana, upper))
    const id = 'id' in made ? made.id : ''
    const [left] = await messages()
    const unnoted = { id: left?.id ?? '', groupId: left?.groupId ?? '', aggregateId: upper, event: 'invitation-made' }
    await dispatch(processors)
    // As if the process had died before it noted that the mail was sent.
    const data = { ...unnoted, ids: { invitationId: id } }
    await asSystem('test', (tx) => tx.outboxMessage.create({ data, select: { id: true } }), write)
    await dispatch(processors)
    const taken = newlyTaken()
    expect(taken.map(({ to }) => to)).toEqual(['lea@mill.example', 'lea@mill.example'])
    const [first, again] = taken
    expect(again?.messageId).toBe(first?.messageId)
    const token = tokenIn(first?.text)
    expect(tokenIn(again?.text)).toBe(token)
    const row = await asSystem('test', (tx) => tx.invitation.findUniqueOrThrow({ where: { id } }))
    expect(row.tokenHash).toBe(hashToken(token))
    expect(JSON.stringify([row, await messages()])).not.toContain(token)
  })

  it('an invitation that was withdrawn meanwhile, and a stopped announcement, are not told any more', async () => {
    const { olga, hana, upper } = await council()
    const made = done(await invite(hana, upper))
    await revokeInvitation(hana, 'id' in made ? made.id : '')
    done(await announceReplacement(olga, upper, { email: 'tia@mill.example' }))
    expect(await stopReplacement(hana, upper)).toBeUndefined()
    await dispatch(processors)
    expect([newlyTaken(), await messages()]).toEqual([[], []])
  })

  it('whoever is out of the party by then is told nothing of it', async () => {
    const { olga, hana, dov, upper } = await council()
    await asSystem(
      'test',
      async (tx) => {
        for (const [{ personId }, name] of [
          [hana, 'hana'],
          [dov, 'dov'],
        ] as const)
          await tx.person.update({ where: { id: personId }, data: { email: `${name}.${personId}@mill.example` } })
      },
      write,
    )
    done(await announceReplacement(olga, upper, { email: 'tia@mill.example' }))
    expect(await removeMember(hana, upper, dov.personId)).toBeUndefined()
    await dispatch(processors)
    expect(
      newlyTaken()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([`hana.${hana.personId}@mill.example`, 'tia@mill.example'])
  })

  it('an address that the server refuses for good is given up, and one that it refuses for now is tried again', async () => {
    const { hana, upper } = await council()
    refuses = (address) => (address.startsWith('gone') ? 550 : 450)
    done(await invite(hana, upper, 'gone@mill.example'))
    done(await invite(hana, upper, 'later@mill.example'))
    await dispatch(processors)
    expect(newlyTaken()).toEqual([])
    expect(await messages()).toMatchObject([{ failures: 1 }])
  })
})
