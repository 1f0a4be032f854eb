/** Drafts become conclusions, or divergences, and commitments are followed. */
import { bringWord } from '#features/conclusions/commands/bring-word.ts'
import {
  putToDeciders,
  takeBack as takeBackVersion,
  withdraw as withdrawDraft,
} from '#features/conclusions/commands/conduct.ts'
import { recordDivergence, writeWords } from '#features/conclusions/commands/divergence.ts'
import { markCommitmentDone } from '#features/conclusions/commands/follow-commitment.ts'
import { openDraft } from '#features/conclusions/commands/open-draft.ts'
import { revise as reviseDraft } from '#features/conclusions/commands/revise.ts'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { takeStance } from '#features/conclusions/commands/take-stance.ts'
import type { ContentInput, StanceInput } from '#features/conclusions/schema.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Deed, Stance } from '../scenario/acts.ts'
import type { PersonKey, Version } from '../scenario/types.ts'
import { dateOf } from './timeline.ts'
import { citationsOf, done, homeOf, type Played, partyOf, the, type World } from './world.ts'

type Doing<Do extends Deed['do']> = Extract<Deed, { do: Do }>

export async function draft(world: World, played: Played, by: Viewer, deed: Doing<'draft'>): Promise<void> {
  const { key, item, kind, title, version } = deed
  const opened = await openDraft(by, played.id, {
    kind,
    title,
    itemId: the(played.items, item),
    originId: null,
    supersedesId: null,
    content: contentOf(world, version),
  })
  played.conclusions.set(key, done(`draft "${title}"`, opened))
}

export async function revise(world: World, played: Played, by: Viewer, deed: Doing<'revise'>): Promise<void> {
  const { id, version: baseVersion } = the(played.conclusions, deed.draft)
  const revised = await reviseDraft(by, id, { baseVersion, content: contentOf(world, deed.version) })
  played.conclusions.set(deed.draft, done(`revise "${deed.draft}"`, revised))
}

export async function put({ conclusions }: Played, by: Viewer, { draft: key, version }: Doing<'put'>): Promise<void> {
  done(`put "${key}"`, await putToDeciders(by, the(conclusions, key).id, { version }))
}

export async function takeBack({ conclusions }: Played, by: Viewer, deed: Doing<'take-back'>): Promise<void> {
  const { draft: key, version, reason } = deed
  done(`take back "${key}"`, await takeBackVersion(by, the(conclusions, key).id, { version, reason }))
}

export async function withdraw({ conclusions }: Played, by: Viewer, deed: Doing<'withdraw'>): Promise<void> {
  const { id, version } = the(conclusions, deed.draft)
  done(`withdraw "${deed.draft}"`, await withdrawDraft(by, id, { version, reason: deed.reason }))
}

export async function answer(world: World, played: Played, by: PersonKey, deed: Doing<'answer'>): Promise<void> {
  const { draft: key, version } = deed
  const { id } = the(played.conclusions, key)
  const given = await takeStance(world.people[by], id, { version, answer: answerOf(world, by, deed) })
  done(`answer "${key}"`, given)
}

export async function confirm({ conclusions }: Played, by: Viewer, key: string): Promise<void> {
  const { id, version } = the(conclusions, key)
  done(`confirm "${key}"`, await bringWord(by, id, { version, word: 'confirmed', reason: null }))
}

export async function diverge(
  world: World,
  { conclusions }: Played,
  by: Viewer,
  deed: Doing<'diverge'>,
): Promise<void> {
  const recorded = await recordDivergence(by, the(conclusions, deed.from).id, { title: deed.title })
  const divergence = done(`record "${deed.title}"`, recorded)
  conclusions.set(deed.key, divergence)
  for (const { by: writer, words } of deed.words)
    done('write words', await writeWords(world.people[writer], divergence.id, { words, seen: null }))
}

export async function share({ conclusions }: Played, by: Viewer, key: string): Promise<void> {
  done(`share "${key}"`, await shareWithGroup(by, the(conclusions, key).id, { agree: true }))
}

export async function keepCommitment({ meeting, conclusions }: Played, by: Viewer, key: string): Promise<void> {
  const [promised] = meeting.acts.flatMap((act) => {
    if (act.do !== 'draft' && act.do !== 'revise') return []
    const place = act.version.commitments?.findIndex((one) => one.key === key) ?? -1
    return place < 0 ? [] : [{ conclusion: act.do === 'draft' ? act.key : act.draft, place }]
  })
  if (promised === undefined) throw new Error(`Nobody has promised "${key}".`)
  const { id: conclusionId, version: number } = the(conclusions, promised.conclusion)
  const where = { version: { conclusionId, number }, place: promised.place }
  const { id } = await asSystem('demo', (tx) => tx.commitment.findFirstOrThrow({ where, select: { id: true } }))
  done(`keep "${key}"`, await markCommitmentDone(by, id))
}

function contentOf(world: World, { wording, cites, commitments = [] }: Version): ContentInput {
  return {
    wording,
    citations: citationsOf(world, cites),
    commitments: commitments.map(({ what, party, person, due }) => ({
      what,
      partyId: the(world.partyIds, party),
      personId: world.people[person].personId,
      dueOn: dateOf(due, partyOf(world, party).zone, world.now),
    })),
  }
}

function answerOf(world: World, by: PersonKey, given: Stance): StanceInput['answer'] {
  switch (given.stance) {
    case 'consent':
      return { kind: 'consent' }
    case 'consent-with-reservation':
      return { kind: 'consent-with-reservation', reservation: given.reason }
    case 'ad-referendum':
      return { kind: 'ad-referendum', referendumOn: dateOf(given.until, homeOf(world, by).zone, world.now) }
    case 'stand-aside':
    case 'object':
      return { kind: given.stance, reason: given.reason }
    default:
      return given satisfies never
  }
}
