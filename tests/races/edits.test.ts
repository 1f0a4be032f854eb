/** No silent lost update (SECURITY.md, promise 7): of many who change the same at once, one does, and each other sees what stands now. */
import { afterAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { recordDivergence, writeWords } from '#features/conclusions/commands/divergence.ts'
import { revise } from '#features/conclusions/commands/revise.ts'
import { writeNotes } from '#features/floor/commands/write-notes.ts'
import { changeSettings } from '#features/groups/commands/change-settings.ts'
import { describeMeeting } from '#features/meetings/commands/plan.ts'
import { changeParty } from '#features/parties/commands/create-party.ts'
import { done, drafted, side, wording } from '#tests/features/conclusions-given.ts'
import { type Held, heldMeeting } from '#tests/setup/meetings.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { partySeen, settingsSeen } from '#tests/setup/seen.ts'

const ROUNDS = rounds({ sample: 3, whole: 100 })
const EDITORS = 12
const told = { edits: 0, done: 0, conflicts: 0 }

afterAll(() => {
  const { edits, done, conflicts } = told
  tellFigure(
    7,
    'parallel edits',
    `${edits} edits, ${EDITORS} at a time: ${done} done, ${conflicts} conflicts with the other version`,
  )
})

/** Everybody who may write here, over and over, each with words of their own. */
function editors({ chair, sides }: Held) {
  const people = [chair, ...sides.flatMap(({ head, deputy }) => [head, deputy])]
  return Array.from({ length: EDITORS }, (_, n) => ({
    by: people[n % people.length] ?? chair,
    words: `Words of ${n}.`,
  }))
}

/** One was done; each of the others was told what stands now. */
function judge(answers: readonly object[], stands: string): void {
  const refused = answers.filter(isRefusal)
  expect(answers.length - refused.length).toBe(1)
  for (const refusal of refused) expect(JSON.stringify(refusal)).toContain(stands)
  told.edits += answers.length
  told.done += answers.length - refused.length
  told.conflicts += refused.length
}

test('given a draft, when many make its next version at once, then one does and the others see the difference', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const held = await heldMeeting(2)
    const id = await drafted(held)
    const answers = await Promise.all(
      editors(held).map(({ by, words }) => revise(by, id, { baseVersion: 1, content: wording(words) })),
    )
    judge(answers, '"version-changed","current":2,"difference"')
  }
}, 300_000)

test('given notes, when many write them at once, then one does and the others get what stands', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const held = await heldMeeting(2)
    const all = editors(held)
    const answers = await Promise.all(
      all.map(({ by, words }) => writeNotes(by, held.meetingId, held.itemId, { notes: words, notesVersion: 0 })),
    )
    const winner = answers.findIndex((answer) => !isRefusal(answer))
    judge(answers, all[winner]?.words ?? 'nobody won')
  }
}, 300_000)

test('given a plan, when many describe it anew at once, then one does and the others get what stands', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { organizer, meetingId } = await heldMeeting(2, 'scheduled')
    const seen = { title: 'River levels', aim: '', place: '', link: '' }
    await saidAtOnce((title) => describeMeeting(organizer, meetingId, { ...seen, title, seen }))
  }
}, 300_000)

test('given a group and a party, when many say anew what they are called, then one does and the others get what stands', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const held = await heldMeeting(2)
    const { groupId, organizer } = held
    const settings = await settingsSeen(groupId)
    await saidAtOnce((purpose) =>
      changeSettings(organizer, groupId, { ...settings, language: null, purpose, seen: settings }),
    )
    const { head, partyId } = side(held, 0)
    const seen = await partySeen(partyId)
    await saidAtOnce((name) => changeParty(head, partyId, { ...seen, name, seen }))
  }
}, 300_000)

test('given a divergence, when many write the words of one side at once, then one does and the others get what stands', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const held = await heldMeeting(2)
    const { head, deputy } = side(held, 0)
    const draftId = await drafted(held)
    const { id } = done(await recordDivergence(head, draftId, { title: 'Who measures' }))
    await saidAtOnce((words, n) => writeWords(n % 2 === 0 ? head : deputy, id, { words, seen: null }))
  }
}, 300_000)

/** Each says it in words of their own. */
async function saidAtOnce(say: (words: string, n: number) => Promise<object | undefined>): Promise<void> {
  const all = Array.from({ length: EDITORS }, (_, n) => `Words of ${n}.`)
  const answers = (await Promise.all(all.map(say))).map((answer) => answer ?? {})
  judge(answers, all[answers.findIndex((answer) => !isRefusal(answer))] ?? 'nobody won')
}
