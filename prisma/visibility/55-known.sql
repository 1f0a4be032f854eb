-- Whether the viewer may know of one thing, asked in an act before its row is held: whoever waited for a row would learn that it is there,
-- and that somebody acts on it. Each reads a view of what is visible by the key of the one thing, and takes as long for what is hidden as
-- for what is not there.

CREATE FUNCTION visibility.knows_meeting(meeting uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM visibility.visible_meeting v WHERE v."meetingId" = meeting); END $$;

-- One in which they see what is written, from its beginning or since they came.
CREATE FUNCTION visibility.knows_contents(meeting uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM visibility.visible_meeting v
  WHERE v."meetingId" = meeting AND v.sight IN ('contents', 'contents-since')); END $$;

-- One that can be open to them (domain: `opensConclusion`), and minutes of a meeting of which they see a part: these are told by their state.
CREATE FUNCTION visibility.knows_conclusion(conclusion uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE meeting uuid := (SELECT c."meetingId" FROM "Conclusion" c WHERE c.id = conclusion);
BEGIN RETURN EXISTS (SELECT 1 FROM visibility.visible_meeting v WHERE v."meetingId" = meeting AND (v.sight = 'contents'
  OR (v.sight = 'contents-since' OR v."keepsFor" IS NOT NULL) AND (visibility.opens_part(conclusion, v.sight, v."keepsFor", v.since)
    OR (SELECT c.kind = 'record' FROM "Conclusion" c WHERE c.id = conclusion)))); END $$;

-- A text with an edition that they read, or may go on with.
CREATE FUNCTION visibility.knows_text(text uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM visibility.readable_edition e WHERE e."textId" = text); END $$;

CREATE FUNCTION visibility.knows_assignment(assignment uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM visibility.readable_assignment a WHERE a."assignmentId" = assignment); END $$;
