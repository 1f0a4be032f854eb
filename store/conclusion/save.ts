/** What happened to a conclusion (domain/conclusion), written to its rows. */
import { randomUUIDv7 } from 'node:crypto'
import type { Decider } from '#domain/conclusion/decider.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { type DraftedUnder, saveContent, saveDivergence, saveOpened } from './save-content.ts'
import { answerColumns } from './stance-row.ts'

/**
 * Writes events that `decide` returned for a locked conclusion, in their order: the stance before the state that it leads
 * to, because what is decided no longer changes (the database keeps it so). Every update names the state and version
 * that the decision rested on, and must find them.
 *
 * @throws when a row is not as it was decided on, although it was locked.
 */
export async function saveConclusionEvents(
  tx: Tx,
  place: DraftedUnder,
  events: readonly ConclusionEvent[],
): Promise<void> {
  for (const event of events) await saveEvent(tx, place, event)
}

async function saveEvent(tx: Tx, place: DraftedUnder, event: ConclusionEvent): Promise<void> {
  const { conclusionId: id, at } = event
  switch (event.type) {
    case 'opened':
      return saveOpened(tx, place, event)
    case 'divergence-recorded':
      return saveDivergence(tx, place, event)
    case 'revised':
      await move(tx, { id, state: 'draft', currentVersion: event.version - 1 }, { currentVersion: event.version })
      return saveContent(tx, place, event)
    case 'put':
      return savePut(tx, place, event)
    case 'taken-back':
      await move(tx, { id, state: 'put', currentVersion: event.version }, { state: 'draft' })
      return saveTakenBack(tx, event)
    case 'withdrawn':
      return saveWithdrawn(tx, event)
    case 'stance-taken':
      return saveStance(tx, place, event)
    case 'word-brought':
      return saveWord(tx, event)
    case 'fixed-ad-referendum':
      return move(tx, { id, state: 'put', currentVersion: event.version }, { state: 'ad-referendum' })
    case 'adopted':
      return saveAdopted(tx, event)
    case 'superseded':
      return move(tx, { id, state: 'adopted' }, { state: 'superseded' })
    case 'declined': {
      const where = { id, state: 'ad-referendum', currentVersion: event.version }
      return move(tx, where, { state: 'declined', endedAt: at, endReason: event.reason })
    }
    case 'lapsed':
      return move(tx, { id, state: 'ad-referendum', currentVersion: event.version }, { state: 'lapsed', endedAt: at })
    case 'diverged': {
      const where = { id, state: { in: ['draft', 'put'] }, currentVersion: event.version }
      return move(tx, where, { state: 'diverged', endedAt: at })
    }
    case 'words-written': {
      const { side, words, writtenById, writtenAt } = event.words
      const data = { words, writtenById, writtenAt }
      return exactlyOne(await tx.divergenceSide.updateMany({ where: { conclusionId: id, ...columnsOf(side) }, data }))
    }
    default:
      return event satisfies never
  }
}

type Happened<Type extends ConclusionEvent['type']> = Extract<ConclusionEvent, { type: Type }>
type Moved = Parameters<Tx['conclusion']['updateMany']>[0]

async function move(tx: Tx, where: NonNullable<Moved['where']>, data: Moved['data']): Promise<void> {
  exactlyOne(await tx.conclusion.updateMany({ where, data }))
}

async function savePut(tx: Tx, { groupId }: DraftedUnder, event: Happened<'put'>): Promise<void> {
  const { conclusionId, version: number, at, byPersonId } = event
  await move(tx, { id: conclusionId, state: 'draft', currentVersion: number }, { state: 'put' })
  exactlyOne(
    await tx.conclusionVersion.updateMany({
      where: { conclusionId, number, putAt: null },
      data: { putAt: at, putById: byPersonId },
    }),
  )
  const { id: versionId } = await versionOf(tx, event)
  await tx.decider.createMany({
    data: event.deciders.map((decider) => ({ groupId, versionId, ...columnsOf(decider) })),
  })
}

async function saveTakenBack(
  tx: Tx,
  event: Pick<Happened<'taken-back'>, 'conclusionId' | 'version' | 'at' | 'because'>,
) {
  const { conclusionId, version: number, at, because } = event
  const why =
    because.kind === 'left'
      ? { leaverPartyId: columnsOf(because.decider).partyId, leaverPersonId: columnsOf(because.decider).personId }
      : { takenBackById: because.byPersonId, takenBackReason: because.reason }
  const where = { conclusionId, number, putAt: { not: null }, takenBackAt: null }
  exactlyOne(await tx.conclusionVersion.updateMany({ where, data: { takenBackAt: at, ...why } }))
}

/** A version that is withdrawn while it is put is thereby taken back. */
async function saveWithdrawn(tx: Tx, event: Happened<'withdrawn'>): Promise<void> {
  const { conclusionId, version, at, byPersonId, reason } = event
  const where = { id: conclusionId, state: { in: ['draft', 'put'] }, currentVersion: version }
  await move(tx, where, { state: 'withdrawn', endedAt: at, endReason: reason })
  await tx.conclusionVersion.updateMany({
    where: { conclusionId, number: version, putAt: { not: null }, takenBackAt: null },
    data: { takenBackAt: at, takenBackById: byPersonId, takenBackReason: reason },
  })
}

/** One answer for each decider: a new one takes the place of the one before. */
async function saveStance(tx: Tx, { groupId }: DraftedUnder, event: Happened<'stance-taken'>): Promise<void> {
  const { decider, answer, givenById, signInMethod, givenAt } = event.stance
  const { kind, reason, referendumBy } = answerColumns(answer)
  const { partyId, personId } = columnsOf(decider)
  const count = await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Stance" AS s (id, "groupId", "deciderId", kind, reason, "referendumBy", "givenById", "signInMethod", "givenAt")
    SELECT ${randomUUIDv7()}::uuid, ${groupId}::uuid, d.id, ${kind}, ${reason}, ${referendumBy}::timestamptz,
      ${givenById}::uuid, ${signInMethod}, ${givenAt}::timestamptz
    FROM "ConclusionVersion" v JOIN "Decider" d ON d."versionId" = v.id
    WHERE v."conclusionId" = ${event.conclusionId}::uuid AND v.number = ${event.version}
      AND (d."partyId" = ${partyId}::uuid OR d."personId" = ${personId}::uuid)
    ON CONFLICT ("deciderId") DO UPDATE SET kind = EXCLUDED.kind, reason = EXCLUDED.reason,
      "referendumBy" = EXCLUDED."referendumBy", "givenById" = EXCLUDED."givenById", "signInMethod" = EXCLUDED."signInMethod",
      "givenAt" = EXCLUDED."givenAt", principals = NULL, "principalsById" = NULL, "principalsSignInMethod" = NULL,
      "principalsAt" = NULL, changes = s.changes + 1`)
  exactlyOne({ count })
}

async function saveWord(tx: Tx, event: Happened<'word-brought'>): Promise<void> {
  const { word, byPersonId, signInMethod, at } = event.word
  const { id: deciderId } = await deciderRow(tx, event, event.decider)
  const data = { principals: word, principalsById: byPersonId, principalsSignInMethod: signInMethod, principalsAt: at }
  exactlyOne(await tx.stance.updateMany({ where: { deciderId, kind: 'ad-referendum', principals: null }, data }))
}

/** The commitments of the adopted version are followed from here on. */
async function saveAdopted(tx: Tx, event: Happened<'adopted'>): Promise<void> {
  const { conclusionId, version, contentHash, at } = event
  const where = { id: conclusionId, state: { in: ['put', 'ad-referendum'] }, currentVersion: version }
  await tx.commitment.updateMany({ where: { version: { conclusionId, number: version } }, data: { state: 'open' } })
  await move(tx, where, { state: 'adopted', adoptedAt: at, adoptedVersion: version, contentHash })
}

function versionOf(tx: Tx, { conclusionId, version: number }: { conclusionId: string; version: number }) {
  const where = { conclusionId_number: { conclusionId, number } }
  return tx.conclusionVersion.findUniqueOrThrow({ where, select: { id: true } })
}

function deciderRow(
  tx: Tx,
  { conclusionId, version: number }: { conclusionId: string; version: number },
  who: Decider,
) {
  const where = { version: { conclusionId, number }, ...columnsOf(who) }
  return tx.decider.findFirstOrThrow({ where, select: { id: true } })
}

/** The two columns of a decider or a side, of which one is set. */
export function columnsOf(decider: Decider): { partyId: string | null; personId: string | null } {
  return decider.kind === 'party'
    ? { partyId: decider.partyId, personId: null }
    : { partyId: null, personId: decider.personId }
}

function exactlyOne({ count }: { readonly count: number }): void {
  if (count !== 1) throw new Error(`An act on a locked conclusion changed ${count} rows instead of one.`)
}
