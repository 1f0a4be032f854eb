import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** What is told of an item to whoever sees titles alone. */
export interface TitleRow {
  readonly id: string
  readonly meetingId: string
  readonly kind: string
  readonly title: string
  readonly minutes: number
  readonly startedAt: Date | null
  readonly state: string
}

/** The titles of these agendas in their order, as far as the viewer sees them; one statement. */
export function readTitles(tx: Tx, meetingIds: readonly string[]): Promise<readonly TitleRow[]> {
  return tx.$queryRaw<
    TitleRow[]
  >(Prisma.sql`SELECT t.id, t."meetingId", t.kind, t.title, t.minutes, t."startedAt", t.state
    FROM visibility.agenda_title t WHERE t."meetingId" = ANY(${[...meetingIds]}::uuid[])
    ORDER BY t."meetingId", t.position, t.id`)
}
