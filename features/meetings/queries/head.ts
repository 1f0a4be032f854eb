import type { MeetingKind, MeetingSight, MeetingState } from '#domain/access.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** What stands above every step of a meeting. */
export interface MeetingHead {
  readonly id: string
  readonly kind: MeetingKind
  readonly title: string
  readonly state: MeetingState
  /** A bilateral that waits for an answer to its proposal. */
  readonly proposed: boolean
  readonly sight: Exclude<MeetingSight, null>
  readonly startsAt: string | null
  readonly durationMinutes: number | null
  readonly timeZone: string
  readonly viewerZone: string
  readonly parties: readonly { readonly shortName: string; readonly left: boolean }[]
}

/** One statement. */
export async function findHead(tx: Tx, { meetingId, meeting, sight, standing }: MeetingScope): Promise<MeetingHead> {
  const [rows] = await tx.$queryRaw<
    Pick<MeetingHead, 'durationMinutes' | 'timeZone' | 'viewerZone' | 'parties'>[] & { startsAt: Date | null }[]
  >`SELECT m."startsAt", m."durationMinutes", m."timeZone",
      COALESCE((SELECT p."timeZone" FROM "Person" p WHERE p.id = ${standing.personId}::uuid), g."timeZone") AS "viewerZone",
      COALESCE((SELECT json_agg(json_build_object('shortName', y."shortName", 'left', mp."leftAt" IS NOT NULL)
        ORDER BY mp."joinedAt", mp.id) FROM "MeetingParty" mp JOIN "Party" y ON y.id = mp."partyId"
        WHERE mp."meetingId" = m.id), '[]') AS parties
    FROM "Meeting" m JOIN "Group" g ON g.id = m."groupId" WHERE m.id = ${meetingId}::uuid`
  if (rows === undefined) throw new Error('A meeting was proven and is not there.')
  const { kind, title, state, proposed } = meeting
  const head = { id: meetingId, kind, title, state, proposed: proposed && state === 'draft', sight }
  return { ...head, ...rows, startsAt: rows.startsAt?.toISOString() ?? null }
}
