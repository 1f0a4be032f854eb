import type { Place } from './place.ts'

/** A text of the group, one limited to a party, and a draft that the organizers still prepare. */
export async function makeTexts(place: Place) {
  const { tx, groupId, ownId } = place
  const open = await makeText(place, 'text')
  const limited = await makeText(place, 'limited-text')
  const draft = await makeText(place, 'draft-text', true)
  if (open === null) return { editionId: null }
  if (limited !== null) await tx.textParty.create({ data: { groupId, textId: limited.textId, partyId: ownId } })
  return {
    ...open,
    limitedTextId: limited?.textId,
    limitedEditionId: limited?.editionId,
    draftTextId: draft?.textId,
    draftPassageId: draft?.passageId,
  }
}

interface Made {
  readonly textId: string
  readonly editionId: string
  readonly passageId: string
}

async function makeText({ tx, groupId, person, hide }: Place, name: string, draft = false): Promise<Made | null> {
  if (!hide.has(`${name}-title`)) {
    for (const part of ['title', 'source', 'words', 'label']) hide.word(`${name}-${part}`)
    return null
  }
  const createdById = person('organizer')
  const text = await tx.text.create({ data: { groupId, title: `About ${hide.word(`${name}-title`)}`, createdById } })
  const edition = await tx.edition.create({
    data: {
      groupId,
      textId: text.id,
      number: 1,
      state: 'draft',
      passageCount: 3,
      createdById,
      sourceName: `${hide.word(`${name}-source`)}.txt`,
    },
  })
  const words = hide.word(`${name}-words`)
  const label = hide.word(`${name}-label`)
  const rows = (['heading', 'paragraph', 'list-item'] as const).map((kind, index) => ({
    groupId,
    editionId: edition.id,
    position: index + 1,
    kind,
    level: kind === 'paragraph' ? 0 : 1,
    label: kind === 'list-item' ? label : null,
    text: `Water is common ${words}.`,
    ...(draft ? {} : { ordinal: index + 1, reference: `1 ¶${index + 1}`, section: '1' }),
  }))
  const passages = await tx.passage.createManyAndReturn({ data: rows, select: { id: true } })
  if (!draft)
    await tx.edition.update({ where: { id: edition.id }, data: { state: 'published', publishedAt: new Date() } })
  return { textId: text.id, editionId: edition.id, passageId: passages[1]?.id ?? '' }
}
