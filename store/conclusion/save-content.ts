/** Openings and versions: what is said, with the passages it rests on and who does what by when. */
import type { Content } from '#domain/conclusion/content.ts'
import type { DivergenceRecorded, Opened } from '#domain/conclusion/event.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { citationRows } from '#store/citation/judge.ts'
import { columnsOf } from './save.ts'

/** Where a conclusion lies; `itemId` counts when it is opened or recorded. */
export interface DraftedUnder {
  readonly groupId: string
  readonly meetingId: string
  readonly itemId: string | null
}

/** Writes the rows of a draft that was opened, with its version 1. */
export async function saveOpened(tx: Tx, place: DraftedUnder, event: Opened): Promise<void> {
  const { conclusionId, at, byPersonId, byPartyId, kind, title, originId, supersedesId } = event
  await tx.conclusion.create({
    data: {
      ...place,
      id: conclusionId,
      kind,
      title,
      originId,
      supersedesId,
      createdById: byPersonId,
      createdByPartyId: byPartyId,
      createdAt: at,
    },
    select: { id: true },
  })
  await saveContent(tx, place, { ...event, version: 1 })
}

interface Written {
  readonly conclusionId: string
  readonly version: number
  readonly byPersonId: string
  readonly at: Date
  readonly content: Content
}

/** Makes a version. Its number is unique in its conclusion: of two that are written at once, one is lost and says so. */
export async function saveContent(tx: Tx, { groupId }: Pick<DraftedUnder, 'groupId'>, written: Written): Promise<void> {
  const { conclusionId, version: number, byPersonId: createdById, at: createdAt, content } = written
  const { wording, chainHead, citations, commitments } = content
  const head = { headSequence: chainHead?.sequence ?? null, headHash: chainHead?.hash ?? null }
  const { id: versionId } = await tx.conclusionVersion.create({
    data: { groupId, conclusionId, number, wording, createdById, createdAt, ...head },
    select: { id: true },
  })
  if (citations.length > 0) await tx.citation.createMany({ data: [...citationRows({ groupId }, versionId, citations)] })
  if (commitments.length > 0)
    await tx.commitment.createMany({
      data: commitments.map(({ what, partyId, personId, dueOn }, index) => ({
        groupId,
        versionId,
        place: index,
        what,
        partyId,
        personId,
        dueOn: dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`),
      })),
    })
}

/** A divergence has sides and their words, and no version. */
export async function saveDivergence(tx: Tx, place: DraftedUnder, event: DivergenceRecorded): Promise<void> {
  const { conclusionId, at, byPersonId, title, originId, sides } = event
  const { groupId } = place
  const said = { kind: 'divergence', state: 'recorded', currentVersion: 0, title, originId }
  await tx.conclusion.create({
    data: { ...place, id: conclusionId, ...said, createdById: byPersonId, createdAt: at },
    select: { id: true },
  })
  await tx.divergenceSide.createMany({ data: sides.map((side) => ({ groupId, conclusionId, ...columnsOf(side) })) })
}
