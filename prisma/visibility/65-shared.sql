-- Of the meeting from which something shared came: what is told with it. Its title, and up to which entry it is agreed, with its minutes alone.
CREATE VIEW visibility.shared_meeting AS
  SELECT m.id AS "meetingId", m."groupId", m."timeZone", s.minutes, s."headSequence", s."headHash", CASE WHEN s.minutes THEN m.title END AS title,
    CASE WHEN s.minutes THEN m.state END AS state,
    ARRAY(SELECT p."partyId" FROM "MeetingParty" p WHERE p."meetingId" = m.id) AS "partyIds"
  FROM visibility.my_group g JOIN "Meeting" m ON m."groupId" = g."groupId"
  CROSS JOIN LATERAL (SELECT bool_or(c.kind = 'record') AS minutes,
      max(v."headSequence") FILTER (WHERE c.kind = 'record') AS "headSequence",
      max(v."headHash") FILTER (WHERE c.kind = 'record') AS "headHash"
    FROM "Conclusion" c JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."adoptedVersion"
    WHERE c."meetingId" = m.id AND visibility.is_shared(c.state, c."sharedWith")) AS s WHERE s.minutes IS NOT NULL;

-- That title, where it is told. A view is begun with each statement that may come to need it, a function when it is called.
CREATE FUNCTION visibility.shared_title(meeting uuid) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN RETURN (SELECT h.title FROM visibility.shared_meeting h WHERE h."meetingId" = meeting); END $$;
