-- What is told of rows that are closed to whoever is told: no more of them than stands here.

-- How many resolutions were put in a meeting counts for all of its parties, also for one that came later (rule 4).
CREATE VIEW visibility.put_resolution AS
  SELECT c.id AS "conclusionId", c."meetingId" FROM "Conclusion" c
  WHERE visibility.names_viewer() AND c.kind = 'resolution' AND EXISTS (
    SELECT 1 FROM "ConclusionVersion" v WHERE v."conclusionId" = c.id AND v."putAt" IS NOT NULL);

-- Conclusions whose current version cites a text that a party of their meeting does not read.
CREATE VIEW visibility.unread_conclusion AS
  SELECT c.id AS "conclusionId", c."meetingId" FROM "Conclusion" c
  WHERE visibility.names_viewer() AND EXISTS (SELECT 1 FROM "ConclusionVersion" v JOIN "Citation" x ON x."citingId" = v.id
    JOIN "Edition" e ON e.id = x."editionId"
    JOIN visibility.unread_text u ON u."textId" = e."textId" AND u."meetingId" = c."meetingId"
    WHERE v."conclusionId" = c.id AND v.number = c."currentVersion");

-- How far a party of a meeting is with what it was given from outside: numbers, which all who see the preparation may know.
CREATE VIEW visibility.readiness AS
  SELECT a."meetingId", a."partyId", count(*)::int AS assigned, (count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM "AssignmentCompletion" d WHERE d."assignmentId" = a.id
      AND (a."personId" IS NULL OR d."personId" = a."personId"))))::int AS done
  FROM "Assignment" a WHERE visibility.names_viewer() AND a."byPartyId" IS NULL AND a."cancelledAt" IS NULL GROUP BY a."meetingId", a."partyId";

-- Homework that prepares what is still to come or was held: it stands outside meetings, or its party takes part in its meeting, which is
-- not cancelled. A party may not know yet of the meeting for which it prepares.
CREATE VIEW visibility.preparing_assignment AS
  SELECT a.id AS "assignmentId" FROM "Assignment" a
  WHERE visibility.names_viewer() AND (a."meetingId" IS NULL OR (SELECT true FROM "MeetingParty" p JOIN "Meeting" m ON m.id = p."meetingId"
    WHERE p."meetingId" = a."meetingId" AND p."partyId" = a."partyId" AND p."leftAt" IS NULL AND m.state <> 'cancelled'));

-- What those learn of a meeting's record who know that it is held: when it is, and whether it has begun or ended; of one of which they
-- know no more than that, when it is.
CREATE VIEW visibility.held_event AS
  SELECT e.id AS "entryId", e."groupId", e."meetingId", e.sequence, e.kind, e.at FROM "RecordEntry" e
  WHERE e.payload IS NOT NULL AND (
    (e.kind IN ('scheduled', 'rescheduled', 'cancelled') AND e."meetingId" = ANY ((SELECT visibility.ids_in_sight('known'))::uuid[]))
    OR (e.kind IN ('opened', 'closed') AND e."meetingId" = ANY ((SELECT visibility.ids_in_sight('met'))::uuid[])));

-- The agreed minutes of a meeting and the parties that would share them with the group, for all of its parties: each is asked, also
-- one that left or came later, to which they are closed.
CREATE VIEW visibility.agreed_minutes AS
  SELECT c.id AS "conclusionId", c."meetingId", c."sharedWith",
    ARRAY(SELECT s."partyId" FROM "SharingConsent" s WHERE s."conclusionId" = c.id) AS "agreedBy"
  FROM "Conclusion" c
  WHERE c.kind = 'record' AND c.state = 'adopted' AND (c."meetingId" = ANY ((SELECT visibility.ids_in_sight('contents'))::uuid[])
    OR c."meetingId" = ANY ((SELECT visibility.ids_in_sight('part'))::uuid[]));

-- The agenda of a bilateral whose parties let the organizer see its titles: a title tells what is talked about, not why, by whom, nor
-- about which words.
CREATE VIEW visibility.agenda_title AS
  SELECT i.id, i."meetingId", i.position, i.kind, i.title, i.minutes, i."startedAt", i.state FROM "AgendaItem" i
  WHERE i."meetingId" = ANY ((SELECT visibility.ids_in_sight('agenda'))::uuid[]);
