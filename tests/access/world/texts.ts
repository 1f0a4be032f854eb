import { type Actor, IN_GROUP, IN_PARTY } from '../actors.ts'
import type { Place } from './place.ts'

/** A text of the group, one limited to a party, and a draft that the organizers still prepare. */
export async function makeTexts(place: Place) {
  const open = await makeText(place, 'text', IN_GROUP)
  const limited = await makeText(place, 'limited-text', [...IN_PARTY, 'installed-head', 'organizer'])
  const { tx, groupId, ownId } = place
  await tx.textParty.create({ data: { groupId, textId: limited.textId, partyId: ownId } })
  const draft = await makeText(place, 'draft-text', ['organizer'], true)
  return {
    ...open,
    limitedTextId: limited.textId,
    limitedEditionId: limited.editionId,
    draftTextId: draft.textId,
    draftPassageId: draft.passageId,
  }
}

async function makeText(
  { tx, groupId, person, hide }: Place,
  name: string,
  readers: readonly Actor[],
  draft = false,
): Promise<{ textId: string; editionId: string; passageId: string }> {
  const createdById = person('organizer')
  const text = await tx.text.create({
    data: { groupId, title: `About ${hide(`${name}-title`, readers)}`, createdById },
  })
  const edition = await tx.edition.create({
    data: {
      groupId,
      textId: text.id,
      number: 1,
      state: 'draft',
      passageCount: 3,
      createdById,
      sourceName: `${hide(`${name}-source`, ['organizer'])}.txt`,
    },
  })
  const words = hide(name, readers)
  const kinds = ['heading', 'paragraph', 'list-item'] as const
  const rows = kinds.map((kind, index) => ({
    groupId,
    editionId: edition.id,
    position: index + 1,
    kind,
    level: kind === 'paragraph' ? 0 : 1,
    label: kind === 'list-item' ? hide(`${name}-label`, readers) : null,
    text: `Water is common ${words}.`,
    ...(draft ? {} : { ordinal: index + 1, reference: `1 ¶${index + 1}`, section: '1' }),
  }))
  const passages = await tx.passage.createManyAndReturn({ data: rows, select: { id: true } })
  if (!draft)
    await tx.edition.update({ where: { id: edition.id }, data: { state: 'published', publishedAt: new Date() } })
  return { textId: text.id, editionId: edition.id, passageId: passages[1]?.id ?? '' }
}
