import { seesText } from '#domain/access.ts'
import { wordingOf } from '#domain/record/markdown.ts'
import { type Minutes, minutesOf } from '#domain/record/minutes/minutes.ts'
import { sharedMinutes } from '#domain/record/minutes/shared.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Language } from '#messages/languages.ts'
import type { GroupScope } from '#store/access/group.ts'
import { documentWords } from './document-words.ts'
import { readMinutes } from './read.ts'

/** What the agreed minutes of a meeting tell this member of its group (domain `sharedMinutes`); two statements. */
export async function readSharedMinutes(
  tx: Tx,
  { groupId, standing }: Pick<GroupScope, 'groupId' | 'standing'>,
  { meetingId, now }: { readonly meetingId: string; readonly now: Date },
): Promise<Minutes> {
  const limited = await tx.text.findMany({
    where: { groupId, limits: { some: {} } },
    relationLoadStrategy: 'join',
    select: { title: true, limits: { select: { partyId: true } } },
  })
  const closed = limited.flatMap(({ title, limits }) => {
    const to = limits.map(({ partyId }) => partyId)
    return seesText(standing, to) ? [] : title
  })
  const { lines } = await readMinutes(tx, meetingId, {})
  return sharedMinutes(minutesOf(lines, now), (title) => !closed.includes(title))
}

/** Agreed minutes as the group reads them, as a Markdown document in a language, with instants in this zone. `head`: the entry up to which they are agreed. */
export function sharedWording(
  minutes: Minutes,
  head: { readonly sequence: number; readonly hash: string },
  { zone, language }: { readonly zone: string; readonly language: Language },
): string {
  return wordingOf(minutes, head, documentWords(zone, language))
}
