import { askedOf, type ConclusionAsk } from '#domain/conclusion/asked.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { type AskFacts, type AskNoun, meetingHrefOf } from './ask.ts'
import { openIn, zoneOf } from './conclusions-at-hand.ts'

/** Most conclusions that are judged; the oldest first, because they have waited longest. */
const mostConclusions = 200

/** Where on its page what is asked can be done: words to answer are read first, the acts stand after them. */
export const placeOfAsked = {
  stance: '#conclusion',
  word: '#conclusion',
  words: '#answer',
  'not-carried': '#acts',
} as const satisfies Readonly<Record<ConclusionAsk['kind'], string>>

const asked = (kind: ConclusionAsk['kind']): AskFacts => ({
  holdsOthersUp: true,
  isDeadline: false,
  href(ask) {
    if (ask.meeting === null) return meetingHrefOf(ask)
    // Minutes are answered where they are read, from their beginning on; what becomes of those that are not carried is decided as of any conclusion.
    return ask.detail === 'record' && kind !== 'not-carried'
      ? `${meetingHrefOf(ask)}/record#minutes`
      : `${meetingHrefOf(ask)}/conclusions/${ask.thingId}${placeOfAsked[kind]}`
  },
})

/**
 * Conclusions on which a party of theirs decides, or they themselves, and where its answer may be missing: no stance, or one
 * ad referendum without the principals' word; divergences in which their side has no words; and versions that all have answered.
 * Whether it is asked now, of whom and what, the domain says (`askedOf`), as on the page of the conclusion.
 */
export const conclusionAsk = {
  of: 'conclusion',
  planning: false,
  judges: 'conclusion',
  kinds: {
    stance: asked('stance'),
    word: { ...asked('word'), holdsOthersUp: false },
    words: asked('words'),
    'not-carried': asked('not-carried'),
  },
  rows: ({
    me,
    groups,
    parties,
  }) => Prisma.sql`SELECT 'conclusion', c."groupId", c."meetingId", NULL::uuid, c.id, c.title, c.kind, NULL::uuid, NULL::int,
      NULL::timestamptz, NULL::text
    FROM "Conclusion" c JOIN known m ON m.id = c."meetingId"
    CROSS JOIN LATERAL (SELECT bool_or((d."partyId" = ${parties} OR d."personId" = ${me})
          AND (s.kind IS NULL OR (s.kind = 'ad-referendum' AND s.principals IS NULL))) AS missing, bool_or(s.kind IS NULL) AS waits
      FROM "ConclusionVersion" v JOIN "Decider" d ON d."versionId" = v.id LEFT JOIN "Stance" s ON s."deciderId" = d.id
      WHERE v."conclusionId" = c.id AND v.number = c."currentVersion" AND c.state <> 'recorded') n
    WHERE c."groupId" = ${groups} AND c.state IN ('put', 'ad-referendum', 'recorded') AND visibility.opens_conclusion(c.id, c."meetingId")
      AND (c.state = 'ad-referendum' OR m.state NOT IN ('agreed', 'cancelled')) AND (
      n.missing OR (c.state = 'put' AND n.waits IS NOT TRUE)
      OR (c.state = 'recorded' AND EXISTS (SELECT 1 FROM "DivergenceSide" d
        WHERE d."conclusionId" = c.id AND d.words IS NULL AND (d."partyId" = ${parties} OR d."personId" = ${me}))))
    ORDER BY c.id LIMIT ${mostConclusions}`,
  judge(row, scope, { now, conclusions }) {
    const open = scope && openIn(conclusions, scope, row.thingId)
    if (!open) return null
    const facts = { meeting: open.meeting, origin: null, supersedes: null }
    const asks = askedOf(open.conclusion, facts, scope.inMeeting, now)
    if (asks === null) return null
    const partyId = 'of' in asks && asks.of.kind === 'party' ? asks.of.partyId : null
    const by = asks.kind === 'word' ? { at: asks.by, zone: zoneOf(open, asks.of) } : { at: null, zone: null }
    return { ...row, kind: asks.kind, partyId, ...by }
  },
} as const satisfies AskNoun
