-- Who sees how much of a meeting (domain/access.ts, `meetingSight`, `keepsFor`, `seesSince`).

-- Bilaterals that one party proposed to the other and that were never scheduled: they wait for an answer, or got a no.
CREATE VIEW visibility.proposed_meeting AS
  SELECT m.id AS "meetingId" FROM "Meeting" m
  WHERE visibility.names_viewer() AND m."proposedByPartyId" IS NOT NULL AND m.state IN ('draft', 'cancelled')
    AND NOT EXISTS (SELECT 1 FROM "TimeProposal" t WHERE t."meetingId" = m.id AND t.answer = 'accepted');

-- For which party the viewer is in a meeting (rule 13): the seat decides; without one, the only party of theirs that takes part, or
-- took part where none does any more. `partyId` null: it is open for which. `stays`: a party of theirs has not left.
CREATE VIEW visibility.my_place AS
  SELECT p."meetingId", bool_or(p.stays) AS stays,
    CASE WHEN count(*) FILTER (WHERE p.chosen) = 1 THEN (array_agg(p."partyId") FILTER (WHERE p.chosen))[1] END AS "partyId",
    bool_and(NOT p.stays) FILTER (WHERE p.chosen) AS "left",
    max(p."seesFrom") FILTER (WHERE p.chosen) AS "seesFrom",
    max(p."partySeesFrom") FILTER (WHERE p.chosen) AS "partySeesFrom"
  FROM (
    SELECT q."meetingId", q."partyId", q."leftAt" IS NULL AS stays, b."seesFrom", q."seesFrom" AS "partySeesFrom",
      CASE WHEN s."partyId" IS NOT NULL THEN q."partyId" = s."partyId"
        ELSE q."leftAt" IS NULL OR NOT bool_or(q."leftAt" IS NULL) OVER (PARTITION BY q."meetingId") END AS chosen
    FROM visibility.my_membership b JOIN "MeetingParty" q ON q."partyId" = b."partyId"
    LEFT JOIN "Seat" s ON s."meetingId" = q."meetingId" AND s."personId" = visibility.viewer()
  ) AS p GROUP BY p."meetingId";

-- The viewer's offices in a meeting: one in force, or none that is.
CREATE VIEW visibility.my_office AS
  SELECT o."meetingId", bool_or(o."activeFrom" IS NOT NULL) AS active, bool_or(o."activeFrom" IS NULL) AS pending
  FROM "MeetingOffice" o WHERE o."personId" = visibility.viewer() AND o."endedAt" IS NULL GROUP BY o."meetingId";

-- What decides over the sight of each meeting of the viewer's groups. `place`: one of their parties is or was in it. `since`: the
-- instant from which they see what is written there; null: from its beginning.
CREATE VIEW visibility.meeting_standing AS
  SELECT m.id AS "meetingId", m."groupId", m.kind, m.state, m."sharesAgendaTitles", g.organizer,
    m."createdById" = visibility.viewer() AS "madeIt",
    m."proposedByPartyId" IS NOT NULL AND EXISTS (SELECT 1 FROM visibility.proposed_meeting x WHERE x."meetingId" = m.id) AS proposed,
    p."meetingId" IS NOT NULL AS place, COALESCE(p.stays, false) AS stays,
    CASE WHEN p."partyId" IS NOT NULL THEN p."partyId" END AS "partyId",
    p."partyId" IS NOT NULL AND p."left" AS "left",
    COALESCE(o.active, false) AS active, COALESCE(o.pending, false) AS pending,
    CASE WHEN p."partyId" IS NOT NULL THEN GREATEST(
      CASE WHEN p."seesFrom" > m."createdAt" THEN p."seesFrom" END,
      CASE WHEN o.active IS NOT TRUE THEN p."partySeesFrom" END) END AS since,
    CASE WHEN p."partyId" IS NOT NULL THEN p."partySeesFrom" END AS "partySeesFrom"
  FROM visibility.my_group g JOIN "Meeting" m ON m."groupId" = g."groupId"
  LEFT JOIN visibility.my_place p ON p."meetingId" = m.id
  LEFT JOIN visibility.my_office o ON o."meetingId" = m.id
  OFFSET 0;

-- How much the viewer sees of each meeting of which they may know, from most to least `contents`, `contents-since`, `agenda`,
-- `logistics`, `existence`. `keepsFor`: the party, which left, for which they keep what was agreed with it. `since`: nothing that was
-- written before this instant is open to them. `concerned`: a party of theirs takes part, or they hold an office or may come to hold it.
-- `organized`: they organize its group. `agenda`: `whole`, the `titles` of its items, or nothing of it (`agendaSight`).
CREATE VIEW visibility.visible_meeting AS
  SELECT v."meetingId", v."groupId", v.sight, v.proposed, v.concerned, v.organized,
    CASE WHEN v.sight IN ('contents', 'contents-since') THEN 'whole' WHEN v.sight = 'agenda' THEN
      CASE v.kind WHEN 'bilateral' THEN 'titles' ELSE 'whole' END END AS agenda,
    CASE WHEN v.sight <> 'contents' THEN v."keepsFor" END AS "keepsFor",
    CASE WHEN v.sight <> 'contents' THEN v.since END AS since
  FROM (
    SELECT s."meetingId", s."groupId", s.kind, s.proposed, s.stays OR s.active OR s.pending AS concerned,
      s.organizer AS organized, s.since,
      CASE WHEN s."left" AND (s.since IS NULL OR s.since = s."partySeesFrom") THEN s."partyId" END AS "keepsFor",
      CASE
        WHEN (w.planned OR s.active) AND w.there AND s.since IS NULL THEN 'contents'
        WHEN w.planned AND w.there AND s.since = s."partySeesFrom" THEN 'contents-since'
        WHEN NOT w.planned THEN CASE WHEN s.organizer OR s."madeIt" THEN 'contents' WHEN s.active THEN 'logistics' END
        WHEN s.organizer AND NOT s.proposed THEN
          CASE WHEN s.kind = 'bilateral' AND NOT s."sharesAgendaTitles" THEN 'logistics' ELSE 'agenda' END
        WHEN (s."partyId" IS NOT NULL AND NOT s."left") OR s.pending THEN 'logistics'
        WHEN s.place AND s."partyId" IS NULL THEN 'logistics'
        WHEN s."partyId" IS NOT NULL OR s.kind = 'multilateral' THEN 'existence'
      END AS sight
    FROM visibility.meeting_standing s
    CROSS JOIN LATERAL (SELECT s.state <> 'draft' OR s.proposed AS planned,
      s.active OR (s."partyId" IS NOT NULL AND NOT s."left") AS there) AS w
    OFFSET 0
  ) AS v WHERE v.sight IS NOT NULL;
SELECT visibility.as_function('visible_meeting', 200, found_with => 'known');

-- What there is already in each group that the viewer organizes: parties, a published text, a meeting that is more than a proposal.
CREATE VIEW visibility.begun_group AS
  SELECT g."groupId",
    EXISTS (SELECT 1 FROM "Party" y WHERE y."groupId" = g."groupId") AS parties,
    EXISTS (SELECT 1 FROM "Edition" e WHERE e."groupId" = g."groupId" AND e.state = 'published') AS text,
    EXISTS (SELECT 1 FROM "Meeting" m WHERE m."groupId" = g."groupId" AND NOT EXISTS (
      SELECT 1 FROM visibility.proposed_meeting x WHERE x."meetingId" = m.id)) AS meeting
  FROM visibility.my_group g WHERE g.organizer;
SELECT visibility.as_function('begun_group', 5);
