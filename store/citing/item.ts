import { type ItemKind, itemKinds } from '#domain/agenda/agenda.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { type CitingNoun, within } from './noun.ts'

interface ItemTold {
  readonly of: 'item'
  readonly kind: ItemKind
  readonly state: null
}

/** Items of agendas that the viewer sees whole: a passage lists every item that takes it up (rule 2). */
export const itemCiting: CitingNoun<ItemTold> = {
  row: 'item',
  visible: Prisma.sql`SELECT i.id, i."groupId", i.title, i.kind, NULL::text AS state, NULL::json AS own,
      m.id AS "meetingId", m.title AS "meetingTitle", m."startsAt" AS "meetingAt", i.position AS place, m."startsAt" AS at,
      t.first, t.last, t.quote
    FROM touched t JOIN "AgendaItem" i ON i.id = t."citingId"
    JOIN "Meeting" m ON m.id = i."meetingId" WHERE visibility.sees('whole_agenda', i."meetingId")
    ORDER BY m."startsAt" DESC NULLS FIRST, i.id DESC`,
  read: ({ kind }) => ({ of: 'item', kind: oneOf(itemKinds, kind), state: null }),
  href: (line) => `${within(line)}/plan`,
}
