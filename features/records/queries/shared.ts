import { type MeetingState, meetingStates } from '#domain/meeting/meeting.ts'
import type { GroupStanding } from '#domain/party/membership.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { type ProvenGroupId, proveGroup } from '#store/access/group.ts'

/** Agreed minutes that their parties share with the group. */
export interface SharedRecord {
  readonly groupId: ProvenGroupId
  readonly meetingId: string
  readonly title: string
  /** The zone in which the viewer reads times. */
  readonly zone: string
  /** The zone in which the meeting was planned. */
  readonly timeZone: string
  readonly state: MeetingState
  /** The entry up to which they are agreed. */
  readonly head: { readonly sequence: number; readonly hash: string }
  readonly standing: GroupStanding
}

interface Row {
  groupId: string
  title: string
  state: string
  timeZone: string
  sequence: number
  hash: string
}

/** Two statements. Null: there are none, they are not shared, or the viewer is not of the group. */
export async function findShared(tx: Tx, viewer: Viewer, meetingId: string): Promise<SharedRecord | null> {
  if (!isUuid(meetingId)) return null
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT m."groupId", m.title, m.state, m."timeZone",
      m."headSequence" AS sequence, m."headHash" AS hash
    FROM visibility.shared_meeting m WHERE m."meetingId" = ${meetingId}::uuid AND m.minutes`)
  const scope = row && (await proveGroup(tx, viewer, row.groupId))
  if (!scope) return null
  const { title, state, timeZone, sequence, hash } = row
  return {
    groupId: scope.groupId,
    meetingId,
    title,
    zone: scope.zone,
    timeZone,
    state: oneOf(meetingStates, state),
    head: { sequence, hash },
    standing: scope.standing,
  }
}
