-- Who reads a text (domain/access.ts, `seesText`): one that is limited to some parties, those and the organizers; any other, the
-- whole group.

-- Texts that the whole group reads.
CREATE VIEW visibility.unlimited_text AS
  SELECT t.id AS "textId", t."groupId" FROM "Text" t
  WHERE visibility.names_viewer() AND NOT EXISTS (SELECT 1 FROM "TextParty" l WHERE l."textId" = t.id);

-- Texts that the viewer reads, with whether they organize the group.
CREATE VIEW visibility.reached_text AS
  SELECT t.id AS "textId", t."groupId", g.organizer
  FROM visibility.my_group g JOIN "Text" t ON t."groupId" = g."groupId"
  WHERE g.organizer OR NOT EXISTS (SELECT 1 FROM "TextParty" l WHERE l."textId" = t.id)
    OR EXISTS (SELECT 1 FROM "TextParty" l JOIN visibility.my_membership b ON b."partyId" = l."partyId" WHERE l."textId" = t.id);
CREATE VIEW visibility.readable_text AS SELECT r."textId", r."groupId" FROM visibility.reached_text r;
SELECT visibility.as_function('readable_text', 50);

-- Their editions: those that are published, and for whoever manages texts (domain/text/edition.ts, `managesTexts`) the drafts.
-- `reached_edition` has a row for a text without one too, so that a reading finds texts and editions at once (70-in-sight.sql).
CREATE VIEW visibility.reached_edition AS
  SELECT r."textId", r."groupId", r.organizer, e.id AS "editionId", e.state = 'draft' AS draft
  FROM visibility.reached_text r LEFT JOIN "Edition" e
    ON e."textId" = r."textId" AND (e.state = 'published' OR (r.organizer AND e.state = 'draft'));
CREATE VIEW visibility.readable_edition AS
  SELECT r."editionId", r."textId", r."groupId" FROM visibility.reached_edition r WHERE r."editionId" IS NOT NULL;
SELECT visibility.as_function('readable_edition', 50, found_with => 'editions');

-- Texts of the viewer's groups that are limited to others.
CREATE VIEW visibility.closed_text AS
  SELECT t.id AS "textId", t."groupId", t.title
  FROM visibility.my_group g JOIN "Text" t ON t."groupId" = g."groupId"
  WHERE NOT EXISTS (SELECT 1 FROM visibility.readable_text r WHERE r."textId" = t.id);
SELECT visibility.as_function('closed_text', 10);

-- Whether all parties of a meeting that are still in it read a text (`isReadByAll`): one row for each that does not.
CREATE VIEW visibility.unread_text AS
  SELECT p."meetingId", p."partyId", l."textId"
  FROM "MeetingParty" p CROSS JOIN LATERAL (SELECT DISTINCT "textId" FROM "TextParty" WHERE "groupId" = p."groupId") AS l
  WHERE p."leftAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "TextParty" o WHERE o."textId" = l."textId" AND o."partyId" = p."partyId");
