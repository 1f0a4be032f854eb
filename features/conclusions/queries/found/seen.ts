import { Prisma } from '#lib/db/prisma.ts'
import { wordsIn } from '#lib/db/words-in.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { ConclusionsChosen } from '../../schema.ts'
import type { NarrowedBy } from '../../views/found.ts'

/**
 * A text that ran past its date has lapsed, noted or not (domain/conclusion/standing.ts). Who answered is not open to those with whom
 * it is only shared, but then it is adopted.
 */
const stateNow = (now: Date) => Prisma.sql`CASE WHEN c.state = 'ad-referendum' AND EXISTS (SELECT 1
  FROM "Decider" d JOIN "Stance" s ON s."deciderId" = d.id WHERE d."versionId" = v.id
    AND s.kind = 'ad-referendum' AND s.principals IS NULL AND s."referendumBy" <= ${now}) THEN 'lapsed' ELSE c.state END`

/** When "Conclusion" c with its current "ConclusionVersion" v came to where it stands (queries/line.ts, `since`). */
export const changedAt = Prisma.sql`CASE WHEN c.state = 'draft' THEN COALESCE(v."takenBackAt", v."createdAt")
  WHEN c.state IN ('put', 'ad-referendum') THEN v."putAt" WHEN c.state IN ('adopted', 'superseded') THEN c."adoptedAt"
  WHEN c.state = 'recorded' THEN c."createdAt" ELSE c."endedAt" END`

/**
 * The parties that decide or decided on it, or are its sides; where people do, or nobody yet, those in its meeting. Of what is only
 * shared with the viewer, as its page tells it (`visibility.shared_meeting`).
 */
export const partiesOf = Prisma.sql`COALESCE(
  NULLIF(CASE WHEN c.state = 'recorded'
    THEN ARRAY(SELECT s."partyId" FROM "DivergenceSide" s WHERE s."conclusionId" = c.id AND s."partyId" IS NOT NULL ORDER BY s.id)
    WHEN v."putAt" IS NOT NULL AND v."takenBackAt" IS NULL
    THEN ARRAY(SELECT d."partyId" FROM "Decider" d WHERE d."versionId" = v.id AND d."partyId" IS NOT NULL ORDER BY d.id) END, '{}'),
  NULLIF(CASE WHEN r.within THEN ARRAY(SELECT p."partyId" FROM "MeetingParty" p
    WHERE p."meetingId" = c."meetingId" AND p."leftAt" IS NULL ORDER BY p."joinedAt", p.id) END, '{}'),
  (SELECT h."partyIds" FROM visibility.shared_meeting h WHERE h."meetingId" = c."meetingId" AND NOT r.within), '{}')`

/** The version on whose passages "Conclusion" c rests: a divergence on those of the wording that was not adopted. */
export const restsOn = Prisma.sql`(SELECT b.id FROM "Conclusion" o JOIN "ConclusionVersion" b
  ON b."conclusionId" = o.id AND b.number = o."currentVersion"
  WHERE o.id = CASE WHEN c.state = 'recorded' THEN c."originId" ELSE c.id END)`

/**
 * All conclusions of the group that the viewer may know of (`visibility.readable_conclusion`), each with whether it fits each of the
 * choices, and where it stands in the order. Nothing else is counted, ordered or looked through.
 */
export function seenConclusions({ groupId }: GroupScope, chosen: ConclusionsChosen, now: Date): Prisma.Sql {
  const fits = fitting(chosen, now)
  const flags = Object.entries(fits).map(([by, fit]) => Prisma.sql`(${fit}) AS ${Prisma.raw(`fits_${by}`)}`)
  return Prisma.sql`SELECT c.id, c."meetingId", r.within, ${orderKeys(chosen)}, ${Prisma.join(flags)}
    FROM visibility.readable_conclusion() r JOIN "Conclusion" c ON c.id = r."conclusionId"
    LEFT JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."currentVersion"
    WHERE r."groupId" = ${groupId}::uuid`
}

/** The list is ordered by these, the first being the first; ids tell equal ones apart. */
export function orderOf({ order }: ConclusionsChosen): { readonly columns: Prisma.Sql; readonly after: '<' | '>' } {
  return order === 'passage'
    ? { columns: Prisma.sql`ahead ASC, at ASC, id ASC`, after: '>' }
    : { columns: Prisma.sql`ahead DESC, at DESC, id DESC`, after: '<' }
}

/**
 * Two sortable columns. `ahead`: 1 for what comes before all others. `at`: when it changed, or its first passage, what rests on none behind all
 * that do.
 */
function orderKeys({ order, text }: ConclusionsChosen): Prisma.Sql {
  if (order === 'adopted') return Prisma.sql`(c.state = 'adopted')::int AS ahead, ${changedAt} AS at`
  if (order === 'newest') return Prisma.sql`0 AS ahead, ${changedAt} AS at`
  const ofText = text === undefined ? Prisma.empty : Prisma.sql`AND e."textId" = ${text}::uuid`
  return Prisma.sql`0 AS ahead, COALESCE((SELECT min(e."textId"::text || lpad(x."firstOrdinal"::text, 8, '0')) FROM "Citation" x
    JOIN visibility.readable_edition() e ON e."editionId" = x."editionId" WHERE x."citingId" = ${restsOn} ${ofText}), 'z') AS at`
}

/** Whether a conclusion fits each choice; what was not chosen fits all. */
function fitting(chosen: ConclusionsChosen, now: Date): Readonly<Record<NarrowedBy, Prisma.Sql>> {
  const { text, from, to, party, kind, state, meeting, words } = chosen
  const always = Prisma.sql`TRUE`
  const hasPassage = text !== undefined && (from !== undefined || to !== undefined)
  return {
    text: text === undefined ? always : cites(text),
    passage: hasPassage ? cites(text, { from: from ?? 1, to: to ?? from ?? 1 }) : always,
    party: party === undefined ? always : Prisma.sql`${party}::uuid = ANY(${partiesOf})`,
    kind: kind === 'all' ? always : kind === undefined ? Prisma.sql`c.kind <> 'record'` : Prisma.sql`c.kind = ${kind}`,
    state: state === undefined ? always : Prisma.sql`${stateNow(now)} = ${state}`,
    // Of what is shared with somebody nobody tells from which meeting it came.
    meeting: meeting === undefined ? always : Prisma.sql`r.within AND c."meetingId" = ${meeting}::uuid`,
    words: words === undefined ? always : wordsIn(saidIn, words),
  }
}

/** All that a conclusion says: its title, its wording, and in a divergence the words of each side. */
const saidIn = Prisma.sql`concat_ws(' ', c.title, v.wording, CASE WHEN c.state = 'recorded' THEN (
  SELECT string_agg(s.words, ' ') FROM "DivergenceSide" s WHERE s."conclusionId" = c.id) END)`

/** Whether it rests on a text that the viewer reads, or on one of some passages of its newest edition. */
function cites(textId: string, passages?: { readonly from: number; readonly to: number }): Prisma.Sql {
  const among =
    passages === undefined
      ? Prisma.empty
      : Prisma.sql`AND x."firstOrdinal" <= ${passages.to} AND x."lastOrdinal" >= ${passages.from}
        AND e."editionId" = (SELECT n.id FROM "Edition" n WHERE n."textId" = ${textId}::uuid AND n.state = 'published'
          ORDER BY n.number DESC LIMIT 1)`
  return Prisma.sql`EXISTS (SELECT 1 FROM "Citation" x JOIN visibility.readable_edition() e ON e."editionId" = x."editionId"
    WHERE x."citingId" = ${restsOn} AND e."textId" = ${textId}::uuid ${among})`
}
