import { wordingOf } from '#domain/record/markdown.ts'
import { type Minutes, minutesOf } from '#domain/record/minutes/minutes.ts'
import { sharedMinutes } from '#domain/record/minutes/shared.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { documentWords } from './document-words.ts'
import { linesOf, readLinks } from './read.ts'

/** What the agreed minutes of a meeting tell the group (domain `sharedMinutes`); one statement. */
export async function readSharedMinutes(
  tx: Tx,
  meetingId: string,
  reads: (text: string) => boolean = () => true,
): Promise<Minutes> {
  return sharedMinutes(minutesOf(linesOf(await readLinks(tx, meetingId))), reads)
}

/** The same as a Markdown document, with instants in this zone. `head`: the entry up to which they are agreed. */
export function sharedWording(
  minutes: Minutes,
  head: { readonly sequence: number; readonly hash: string },
  zone: string,
): string {
  return wordingOf(minutes, head, documentWords(zone))
}
