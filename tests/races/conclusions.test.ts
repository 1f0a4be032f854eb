/**
 * Consent binds one exact version, and adoption happens once, with every consent (SECURITY.md, promise 6). Each race is run
 * until every order of its two acts has had its chance; whatever wins, what stands in the end must be true.
 */
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { takeBack, withdraw } from '#features/conclusions/commands/conduct.ts'
import { revise } from '#features/conclusions/commands/revise.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { answer, consent, done, put, side, wording } from '#tests/features/conclusions-given.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { meetingsOf, race } from './race.ts'

const ROUNDS = rounds({ sample: 50, whole: 1000 })

interface Stored {
  readonly state: string
  readonly deciders: number
  readonly stances: readonly { readonly kind: string; readonly atVersion: number }[]
  readonly adoptedVersion: number | null
  readonly takenBackBeforeStance: boolean
  readonly adoptions: number
}

/** What the database says of a conclusion after a race. */
function stored(id: string): Promise<Stored> {
  return asSystem('test', async (tx) => {
    const row = await tx.conclusion.findUniqueOrThrow({
      where: { id },
      select: {
        state: true,
        meetingId: true,
        adoptedVersion: true,
        currentVersion: true,
        versions: {
          orderBy: { number: 'desc' },
          select: { number: true, takenBackAt: true, deciders: { select: { stance: true } } },
        },
      },
    })
    const entries = await tx.recordEntry.findMany({ where: { meetingId: row.meetingId, kind: 'adopted' } })
    const stances = row.versions.flatMap(({ number, takenBackAt, deciders }) =>
      deciders.flatMap(({ stance }) => (stance === null ? [] : [{ ...stance, atVersion: number, takenBackAt }])),
    )
    return {
      state: row.state,
      adoptedVersion: row.adoptedVersion,
      deciders: row.versions[0]?.deciders.length ?? 0,
      stances,
      takenBackBeforeStance: stances.some(({ givenAt, takenBackAt }) => takenBackAt !== null && givenAt > takenBackAt),
      adoptions: entries.filter(({ payload }) => payload?.includes(id)).length,
    }
  })
}

/** Whatever happened: an adoption has every answer, no objection, and happened once. */
function isTrue({ state, deciders, stances, adoptedVersion, takenBackBeforeStance, adoptions }: Stored): void {
  expect(takenBackBeforeStance).toBe(false)
  expect(adoptions).toBe(state === 'adopted' ? 1 : 0)
  if (state !== 'adopted') return
  const counted = stances.filter(({ atVersion }) => atVersion === adoptedVersion)
  expect(counted).toHaveLength(deciders)
  expect(counted.some(({ kind }) => kind === 'object')).toBe(false)
}

const minutes = 60_000

test(`${ROUNDS} times a version is taken back while its last stance arrives`, { timeout: 30 * minutes }, async () => {
  const meetings = meetingsOf(2)
  let adopted = 0
  for (let round = 0; round < ROUNDS; round++) {
    const held = await meetings(round)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const id = await put(held)
    done(await consent(mill.head, id))
    const [back, stance] = await race(
      round,
      () => takeBack(mill.head, id, { version: 1, reason: 'One word is unclear' }),
      () => consent(harbour.head, id),
    )
    expect(isRefusal(back)).not.toBe(isRefusal(stance))
    const now = await stored(id)
    isTrue(now)
    expect(now.state).toBe(isRefusal(back) ? 'adopted' : 'draft')
    adopted += now.state === 'adopted' ? 1 : 0
    if (now.state === 'draft') {
      // What was answered before counts for nothing on the next version.
      done(await revise(mill.head, id, { baseVersion: 1, content: wording('Other words.') }))
      expect(isRefusal(await consent(harbour.head, id, 1))).toBe(true)
    }
  }
  tellFigure(6, 'take-back/stance', `${ROUNDS} rounds, ${adopted} adopted, ${ROUNDS - adopted} taken back, 0 stale`)
})

test(`${ROUNDS} times a version is withdrawn while its last stance arrives`, { timeout: 30 * minutes }, async () => {
  const meetings = meetingsOf(2)
  let adopted = 0
  for (let round = 0; round < ROUNDS; round++) {
    const held = await meetings(round)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const id = await put(held)
    done(await consent(mill.head, id))
    const [gone, stance] = await race(
      round,
      () => withdraw(mill.head, id, { version: 1, reason: 'Overtaken' }),
      () => consent(harbour.head, id),
    )
    expect(isRefusal(gone)).not.toBe(isRefusal(stance))
    const now = await stored(id)
    isTrue(now)
    adopted += now.state === 'adopted' ? 1 : 0
  }
  tellFigure(6, 'withdraw/stance', `${ROUNDS} rounds, ${adopted} adopted, ${ROUNDS - adopted} withdrawn`)
})

test(`${ROUNDS} times a party changes its stance while the last one arrives`, { timeout: 30 * minutes }, async () => {
  const meetings = meetingsOf(2)
  let adopted = 0
  for (let round = 0; round < ROUNDS; round++) {
    const held = await meetings(round)
    const [mill, harbour] = [side(held, 0), side(held, 1)]
    const id = await put(held)
    done(await consent(mill.head, id))
    const [changed, last] = await race(
      round,
      () => answer(mill.head, id, { kind: 'object', reason: 'We read it again' }),
      () => consent(harbour.head, id),
    )
    expect(isRefusal(last)).toBe(false)
    const now = await stored(id)
    isTrue(now)
    expect(now.state).toBe(isRefusal(changed) ? 'adopted' : 'put')
    adopted += now.state === 'adopted' ? 1 : 0
  }
  tellFigure(6, 'change-of-stance/last stance', `${ROUNDS} rounds, ${adopted} adopted, ${ROUNDS - adopted} blocked`)
})

test(`${ROUNDS} times the last stances arrive together, one of them twice`, { timeout: 30 * minutes }, async () => {
  const meetings = meetingsOf(3)
  for (let round = 0; round < ROUNDS; round++) {
    const held = await meetings(round)
    const [mill, harbour, orchard] = [side(held, 0), side(held, 1), side(held, 2)]
    const id = await put(held)
    const answers = await Promise.all([
      consent(mill.head, id),
      consent(harbour.head, id),
      consent(orchard.head, id),
      consent(orchard.deputy, id),
    ])
    expect(answers.filter((one) => !isRefusal(one) && one.state === 'adopted')).toHaveLength(1)
    const now = await stored(id)
    isTrue(now)
    expect(now).toMatchObject({ state: 'adopted', deciders: 3, adoptions: 1 })
  }
  tellFigure(6, 'last stance/last stance', `${ROUNDS} rounds, ${ROUNDS} adopted once, with every answer`)
})
