import { type Verdict, verify } from '#domain/record/verify.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { sha256 } from '#lib/record/append.ts'
import { type Part, readLinks } from '#lib/record/read.ts'
import type { Head } from './record.ts'

/**
 * Whether the stored chain of a meeting holds, up to the head that is stored beside it or as far as the part goes, and
 * contains a head that was exported earlier; two statements.
 */
export async function findVerdict(
  tx: Tx,
  { meetingId }: MeetingScope,
  { exported, part }: { readonly exported: Head | null; readonly part: Part },
): Promise<Verdict> {
  const links = await readLinks(tx, meetingId, part)
  const stored =
    part.last === undefined
      ? await tx.recordHead.findUnique({ where: { meetingId }, select: { sequence: true, hash: true } })
      : null
  const verdict = verify(meetingId, links, sha256, stored === null ? undefined : { ...stored, meetingId })
  if (!verdict.intact || exported === null) return verdict
  return verify(meetingId, links, sha256, { ...exported, meetingId })
}
