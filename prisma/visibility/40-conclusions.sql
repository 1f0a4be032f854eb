-- Which conclusions lie open (store/access/contents.ts, `opensConclusion`; domain/conclusion/kept.ts and since.ts).

-- Whether all parties of a conclusion share it, adopted, with the group.
CREATE FUNCTION visibility.is_shared(state text, shared_with text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN shared_with = 'group' AND state IN ('adopted', 'superseded');

-- What a party keeps that left (`isKeptBy`): what it decided on, fixed while it was there, and the divergences in which it is a side.
CREATE VIEW visibility.kept_conclusion AS
  SELECT d."conclusionId", d."partyId" FROM "DivergenceSide" d
  JOIN "Conclusion" c ON c.id = d."conclusionId" AND c.state = 'recorded' WHERE d."partyId" IS NOT NULL
  UNION ALL SELECT c.id, d."partyId" FROM "Decider" d
  JOIN "ConclusionVersion" v ON v.id = d."versionId" AND v."putAt" IS NOT NULL AND v."takenBackAt" IS NULL
  JOIN "Conclusion" c ON c.id = v."conclusionId" AND v.number = c."currentVersion"
    AND c.state IN ('ad-referendum', 'adopted', 'superseded', 'declined', 'lapsed', 'diverged')
  WHERE d."partyId" IS NOT NULL;

-- Until which instant a conclusion is open to whoever sees what was written since (`isOpenSince`): a version that was written since,
-- or put since; a divergence by when it was recorded; minutes for whoever saw the meeting from its opening. Null: to nobody of them.
CREATE VIEW visibility.dated_conclusion AS
  SELECT c.id AS "conclusionId", CASE c.kind
    WHEN 'divergence' THEN c."createdAt"
    WHEN 'record' THEN (SELECT m."openedAt" FROM "Meeting" m WHERE m.id = c."meetingId")
    ELSE (SELECT GREATEST(v."createdAt", v."putAt") FROM "ConclusionVersion" v
      WHERE v."conclusionId" = c.id AND v.number = c."currentVersion") END AS "openSince"
  FROM "Conclusion" c;

-- Whether a conclusion of a meeting of which somebody sees a part is within that part.
CREATE FUNCTION visibility.opens_part(conclusion uuid, sight text, "keepsFor" uuid, since timestamptz) RETURNS boolean LANGUAGE sql STABLE
  RETURN (since IS NULL OR COALESCE(since <= (SELECT d."openSince"
      FROM visibility.dated_conclusion d WHERE d."conclusionId" = conclusion), false))
    AND (sight = 'contents-since' OR COALESCE((SELECT true FROM visibility.kept_conclusion k
      WHERE k."conclusionId" = conclusion AND k."partyId" = "keepsFor" LIMIT 1), false));

-- All of which the viewer may know. `open`: by the meeting from which it came, whose contents they see, as far as they do, or because a
-- party of theirs keeps it. `shared`: all of its parties share it with the group. `within`: they see contents of that meeting or keep some of it. `kept`:
-- they see no more of the meeting than what their party keeps.
CREATE VIEW visibility.readable_conclusion AS
  WITH s AS MATERIALIZED (
    SELECT v."meetingId", v.sight, v."keepsFor", v.since FROM visibility.visible_meeting() v
    WHERE v.sight IN ('contents', 'contents-since') OR v."keepsFor" IS NOT NULL)
  SELECT c.id AS "conclusionId", c."groupId", c."meetingId", true AS within, false AS kept, true AS open,
      visibility.is_shared(c.state, c."sharedWith") AS shared
    FROM s JOIN "Conclusion" c ON c."meetingId" = s."meetingId" WHERE s.sight = 'contents'
  UNION ALL SELECT p.id, p."groupId", p."meetingId", true, p.kept, p.open, p.shared FROM (
    SELECT c.id, c."groupId", c."meetingId", s.sight <> 'contents-since' AS kept,
      visibility.opens_part(c.id, s.sight, s."keepsFor", s.since) AS open,
      visibility.is_shared(c.state, c."sharedWith") AS shared
    FROM s JOIN "Conclusion" c ON c."meetingId" = s."meetingId" WHERE s.sight <> 'contents') AS p
    WHERE p.open OR p.shared
  UNION ALL SELECT c.id, c."groupId", c."meetingId", false, false, false, true
    FROM visibility.my_group g JOIN "Conclusion" c ON c."groupId" = g."groupId"
    WHERE visibility.is_shared(c.state, c."sharedWith")
      AND NOT EXISTS (SELECT 1 FROM s WHERE s."meetingId" = c."meetingId");
SELECT visibility.as_function('readable_conclusion', 200);
