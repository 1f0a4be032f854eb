-- Lists of ids on which the policies rest (90-policies.sql). They ask them in two ways. `visibility.sees('…', id)` looks for the id in the
-- text of the list, row by row: that begins in a microsecond. `id = ANY ((SELECT visibility.ids_in_sight('…'))::uuid[])` makes an array of it,
-- once for a table of a statement: that begins in seven, and compares with a thousand ids four times as fast. A page names some fifty
-- tables, each with several lists, and to begin its statements cost the database more than to run them (docs/decisions/043). So only
-- what comes in many rows is compared with arrays.
--
-- Each list has two parts. What a policy asks becomes part of the plan: it takes what this transaction found before. What was not found
-- yet, a function of its own finds, with its owner's rights, and keeps for the transaction.

-- Whether a list of ids, as text, has one. All of the ids are written alike and end at a comma or a brace.
CREATE FUNCTION visibility.has_id(list text, id uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN position(id::text IN list) > 0;

-- The viewer's groups, those that they organize, and the parties to which they belong, as they were when this transaction first asked: an act
-- that takes somebody's right away goes on to its end. And whether they look after the instance, on which rests what is shown of groups.
CREATE FUNCTION visibility.find_mine(what text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.my_groups', COALESCE(array_agg(g."groupId"), '{}')::text, true),
    set_config('app.organized_groups', COALESCE(array_agg(g."groupId") FILTER (WHERE g.organizer), '{}')::text, true),
    set_config('app.my_parties', ARRAY(SELECT b."partyId" FROM visibility.my_membership b)::text, true),
    set_config('app.overseen', visibility.administers()::text, true)
  FROM visibility.my_group g;
  RETURN current_setting(what);
END $$;
CREATE FUNCTION visibility.my_group_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN COALESCE(nullif(current_setting('app.my_groups', true), ''), visibility.find_mine('app.my_groups'))::uuid[];

CREATE FUNCTION visibility.is_my_group(id uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN visibility.has_id(COALESCE(nullif(current_setting('app.my_groups', true), ''), visibility.find_mine('app.my_groups')), id);

-- The groups in which the viewer acts: theirs, and for whoever looks after the instance those that nobody organizes (yet). These are
-- looked up each time, for they make some.
CREATE FUNCTION visibility.find_acting_groups() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE mine uuid[] := visibility.my_group_ids();
BEGIN
  IF visibility.administers() THEN
    RETURN (mine || ARRAY(SELECT g.id FROM "Group" g WHERE visibility.lacks_organizer(g.id)))::text;
  END IF;
  RETURN set_config('app.acting_groups', mine::text, true);
END $$;
CREATE FUNCTION visibility.acting_group_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN COALESCE(nullif(current_setting('app.acting_groups', true), ''), visibility.find_acting_groups())::uuid[];

-- Lets the rest of this transaction act in the group of an open invitation, by its secret: whoever accepts it is not there yet.
CREATE FUNCTION visibility.enter_by_invitation(hash text, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.my_groups', ARRAY(SELECT unnest(visibility.my_group_ids()) UNION SELECT i."groupId" FROM "Invitation" i
    WHERE i."tokenHash" = hash AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > at)::text, true),
    set_config('app.acting_groups', '', true);
END $$;

-- Lets the rest of this transaction act in a group that the viewer is making, who looks after the instance: nobody organizes it yet, and
-- from the moment at which they do themselves the parties that they make in the same act are theirs to make.
CREATE FUNCTION visibility.enter_by_founding(groupid uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF visibility.administers() AND visibility.lacks_organizer(groupid) THEN
    PERFORM set_config('app.my_groups', (visibility.my_group_ids() || groupid)::text, true), set_config('app.acting_groups', '', true);
  END IF;
END $$;

-- What the viewer is in their groups; for an act, whose rules are about others too, what anybody is in a group in which they act.
CREATE VIEW visibility.known_standing AS
  SELECT t.* FROM visibility.told_standing t WHERE t."personId" = visibility.viewer()
    OR (current_user = 'concordance_writer' AND t."groupId" = ANY ((SELECT visibility.acting_group_ids())::uuid[]));

CREATE FUNCTION visibility.my_party_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN COALESCE(nullif(current_setting('app.my_parties', true), ''), visibility.find_mine('app.my_parties'))::uuid[];
CREATE FUNCTION visibility.is_my_party(id uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN visibility.has_id(COALESCE(nullif(current_setting('app.my_parties', true), ''), visibility.find_mine('app.my_parties')), id);

CREATE FUNCTION visibility.organized_group_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN COALESCE(nullif(current_setting('app.organized_groups', true), ''), visibility.find_mine('app.organized_groups'))::uuid[];
CREATE FUNCTION visibility.organizes(id uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN visibility.has_id(COALESCE(nullif(current_setting('app.organized_groups', true), ''), visibility.find_mine('app.organized_groups')), id);

-- Whether groups are overseen by the viewer, who looks after the instance.
CREATE FUNCTION visibility.is_overseen() RETURNS boolean LANGUAGE sql STABLE
  RETURN COALESCE(nullif(current_setting('app.overseen', true), ''), visibility.find_mine('app.overseen'))::boolean;

-- From when on what happened to a party of the viewer is told to them (rule 14); null: it is none of theirs.
CREATE FUNCTION visibility.party_told_from(party uuid) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN RETURN (SELECT COALESCE(b."seesFrom", '-infinity') FROM visibility.my_membership b WHERE b."partyId" = party); END $$;

-- Whether the viewer learns of what happened to a group, or to a party as such: of a party its own people do, a bounded one only of what
-- came after the bound, and, as logistics, the organizers. Asked row by row: what happens to a group is not bounded, and little of it is told.
CREATE FUNCTION visibility.reads_event("groupId" uuid, "partyId" uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE
  RETURN visibility.is_my_group("groupId") AND ("partyId" IS NULL OR visibility.organizes("groupId")
    OR (visibility.is_my_party("partyId") AND at >= visibility.party_told_from("partyId")));

-- What a reading shows, worked out once for it: it sees one moment of the database, in which the viewer's sight does not change. Texts,
-- editions, those of them that are `drafts`, and meetings: `known`, those of which they know more than that they exist (`met`), those with the titles of an `agenda` or the
-- `whole_agenda`, those whose `contents` they see, or see `since` they came, and of some only a `part`; then, of these, the conclusions that
-- are open (`part_conclusions`) and the items that stand over a conclusion in sight (`part_items`); the parties with which they meet, and those
-- people of other parties beside whom they sit (`seated`, their memberships).
CREATE FUNCTION visibility.find_in_sight(what text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF what IN ('texts', 'editions', 'drafts') THEN
    -- The editions' rows too, which queries join: the function of their name takes them from here.
    PERFORM set_config('app.sight_texts', COALESCE(array_agg(DISTINCT r."textId") FILTER (
        WHERE r.organizer OR r."editionId" IS NOT NULL), '{}')::text, true),
      set_config('app.sight_editions', COALESCE(array_agg(r."editionId") FILTER (WHERE r."editionId" IS NOT NULL), '{}')::text, true),
      set_config('app.sight_drafts', COALESCE(array_agg(r."editionId") FILTER (WHERE r.draft), '{}')::text, true),
      set_config('app.found_readable_edition', COALESCE(array_agg(ROW(r."editionId", r."textId", r."groupId")::visibility.readable_edition)
        FILTER (WHERE r."editionId" IS NOT NULL), '{}')::text, true)
    FROM visibility.reached_edition r;
  ELSIF what IN ('parties', 'seated') THEN
    -- Both at once, so that nothing of what was found tells how somebody belongs to another party.
    PERFORM set_config('app.sight_parties', ARRAY(SELECT DISTINCT p."partyId" FROM "MeetingParty" p
      WHERE p."leftAt" IS NULL AND p."meetingId" = ANY (visibility.ids_in_sight('contents') || visibility.ids_in_sight('since')))::text, true),
      set_config('app.sight_seated', ARRAY(SELECT DISTINCT b.id FROM "Seat" s
      JOIN "PartyMember" b ON b."personId" = s."personId" AND b."partyId" = s."partyId"
      WHERE (s."personId" = visibility.viewer() OR s."meetingId" = ANY (visibility.ids_in_sight('agenda')))
        AND b."partyId" <> ALL (visibility.my_party_ids()) AND b."groupId" <> ALL (visibility.organized_group_ids()))::text, true);
  ELSIF what = 'assignments' THEN
    PERFORM set_config('app.found_readable_assignment', COALESCE(array_agg(a), '{}')::text, true),
      set_config('app.sight_assignments', COALESCE(array_agg(a."assignmentId"), '{}')::text, true)
    FROM visibility.readable_assignment a;
  ELSIF what = 'part_conclusions' THEN
    PERFORM set_config('app.sight_part_conclusions', CASE WHEN visibility.ids_in_sight('part') = '{}' THEN '{}' ELSE ARRAY(
      SELECT c."conclusionId" FROM visibility.readable_conclusion() c
      WHERE c.open AND c."meetingId" = ANY (visibility.ids_in_sight('part')))::text END, true);
  ELSIF what = 'part_items' THEN
    PERFORM set_config('app.sight_part_items', CASE WHEN visibility.ids_in_sight('part') = '{}' THEN '{}' ELSE ARRAY(
      SELECT i.id FROM "AgendaItem" i WHERE i."meetingId" = ANY (visibility.ids_in_sight('part'))
        AND EXISTS (SELECT 1 FROM visibility.conclusion_in_sight x WHERE x."itemId" = i.id))::text END, true);
  ELSE
    -- The rows too, which queries join: the function of their name takes them from here.
    PERFORM set_config('app.found_visible_meeting', COALESCE(array_agg(m), '{}')::text, true),
      set_config('app.sight_known', COALESCE(array_agg(m."meetingId"), '{}')::text, true),
      set_config('app.sight_met', COALESCE(array_agg(m."meetingId") FILTER (WHERE m.sight <> 'existence'), '{}')::text, true),
      set_config('app.sight_agenda', COALESCE(array_agg(m."meetingId") FILTER (WHERE m.agenda IS NOT NULL), '{}')::text, true),
      set_config('app.sight_whole_agenda', COALESCE(array_agg(m."meetingId") FILTER (WHERE m.agenda = 'whole'), '{}')::text, true),
      set_config('app.sight_contents', COALESCE(array_agg(m."meetingId") FILTER (WHERE m.sight = 'contents'), '{}')::text, true),
      set_config('app.sight_since', COALESCE(array_agg(m."meetingId") FILTER (WHERE m.sight = 'contents-since'), '{}')::text, true),
      set_config('app.sight_part', COALESCE(array_agg(m."meetingId") FILTER (
        WHERE m.sight = 'contents-since' OR m."keepsFor" IS NOT NULL), '{}')::text, true)
    FROM visibility.visible_meeting m;
  END IF;
  RETURN current_setting('app.sight_' || what);
END $$;
CREATE FUNCTION visibility.ids_in_sight(what text) RETURNS uuid[] LANGUAGE sql STABLE
  RETURN COALESCE(nullif(current_setting('app.sight_' || what, true), ''), visibility.find_in_sight(what))::uuid[];
CREATE FUNCTION visibility.sees(what text, id uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN visibility.has_id(COALESCE(nullif(current_setting('app.sight_' || what, true), ''), visibility.find_in_sight(what)), id);

-- Whether a conclusion lies open to the viewer, by its meeting or as far as they see of it (`open` of readable_conclusion), and whether all
-- of its parties share it, adopted, with a group of theirs (`shared`); asked row by row.
CREATE FUNCTION visibility.opens_conclusion(id uuid, "meetingId" uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN visibility.sees('contents', "meetingId") OR (visibility.sees('part', "meetingId") AND visibility.sees('part_conclusions', id));
CREATE FUNCTION visibility.shares_with_me("groupId" uuid, state text, "sharedWith" text) RETURNS boolean LANGUAGE sql STABLE
  RETURN visibility.is_shared(state, "sharedWith") AND visibility.is_my_group("groupId");

-- Up to which entry the record of a meeting is the viewer's, whose party left it (rule 15): that of its leaving, or of its being taken
-- off the list (features/records/queries/leaving.ts). No row: it is no such meeting; null: that is not recorded.
CREATE FUNCTION visibility.kept_records() RETURNS TABLE ("meetingId" uuid, until int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 10 AS $$
#variable_conflict use_column
BEGIN RETURN QUERY
  SELECT v."meetingId", (SELECT max(e.sequence) FROM "RecordEntry" e
    WHERE e."meetingId" = v."meetingId" AND e.payload IS NOT NULL AND (
      (e.kind = 'party-left' AND e.payload::jsonb #>> '{party,id}' = v."keepsFor"::text)
      OR (e.kind = 'parties-changed' AND e.payload::jsonb -> 'removed' @> jsonb_build_array(jsonb_build_object('id', v."keepsFor")))))
  FROM visibility.visible_meeting v WHERE v."keepsFor" IS NOT NULL AND v.sight <> 'contents-since';
END $$;

-- Lets the rest of this transaction read the record of a meeting whose agreed minutes are shared with a group of the viewer's: what
-- the group is told of it is made of it (domain/record/minutes/shared.ts). False: they are not.
CREATE FUNCTION visibility.open_shared_minutes(meeting uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM visibility.shared_meeting s WHERE s."meetingId" = meeting AND s.minutes) THEN RETURN false; END IF;
  PERFORM set_config('app.shared_minutes', meeting::text, true);
  RETURN true;
END $$;

CREATE FUNCTION visibility.opened_minutes() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.shared_minutes', true), '')::uuid;
