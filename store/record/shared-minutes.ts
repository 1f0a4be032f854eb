import { wordingOf } from '#domain/record/markdown.ts'
import { type Minutes, minutesOf } from '#domain/record/minutes/minutes.ts'
import { sharedMinutes } from '#domain/record/minutes/shared.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Language } from '#messages/languages.ts'
import type { GroupScope } from '#store/access/group.ts'
import { documentWords } from './document-words.ts'
import { readMinutes } from './read.ts'

/** What the agreed minutes of a meeting tell this member of its group (domain `sharedMinutes`); two statements. */
export async function readSharedMinutes(
  tx: Tx,
  { groupId }: Pick<GroupScope, 'groupId'>,
  { meetingId, now }: { readonly meetingId: string; readonly now: Date },
): Promise<Minutes> {
  const closed = await tx.$queryRaw<{ title: string | null; shared: boolean }[]>(
    Prisma.sql`SELECT c.title, o.shared FROM (SELECT visibility.open_shared_minutes(${meetingId}::uuid) AS shared) o
      LEFT JOIN visibility.closed_text() c ON c."groupId" = ${groupId}::uuid`,
  )
  const titles = new Set(closed.flatMap(({ title }) => title ?? []))
  const { lines } = await readMinutes(tx, meetingId, {})
  return sharedMinutes(minutesOf(lines, now), (title) => !titles.has(title))
}

/** Agreed minutes as the group reads them, as a Markdown document in a language, with instants in this zone. `head`: the entry up to which they are agreed. */
export function sharedWording(
  minutes: Minutes,
  head: { readonly sequence: number; readonly hash: string },
  { zone, language }: { readonly zone: string; readonly language: Language },
): string {
  return wordingOf(minutes, head, documentWords(zone, language))
}
