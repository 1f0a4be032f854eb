-- The second wall: whatever a query asks for, no row comes out of it, and none goes in, that is not its viewer's.

-- Purposes for which the system works with the rows of all groups (docs/decisions/022).
CREATE FUNCTION visibility.purpose_reaches_groups() RETURNS boolean LANGUAGE sql STABLE
  RETURN current_setting('app.purpose', true) IN ('sign-in', 'jobs', 'outbox', 'demo', 'test');

DO $$
DECLARE old record; name text; own text;
BEGIN
  FOR old IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP POLICY %I ON %I', old.policyname, old.tablename);
  END LOOP;
  -- Every table of a group: it has a "groupId", or is the group itself.
  FOR name, own IN
    SELECT c.table_name, CASE c.table_name WHEN 'Group' THEN 'id' ELSE 'groupId' END
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND (c.column_name = 'groupId' OR (c.table_name = 'Group' AND c.column_name = 'id'))
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO concordance_system USING ((SELECT visibility.purpose_reaches_groups()))', name);
    EXECUTE format('CREATE POLICY acting ON %I TO concordance_writer USING (%I = ANY ((SELECT visibility.acting_group_ids())::uuid[]))', name, own);
  END LOOP;
END $$;

-- People are of no group: what a reader may know of them their columns say (80-roles.sql), and that to somebody alone.
ALTER TABLE "Person" ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON "Person" FOR SELECT TO concordance_reader USING (visibility.viewer() IS NOT NULL);
CREATE POLICY acting ON "Person" TO concordance_writer, concordance_system USING (true);

-- Everybody sees where they are signed in, and nobody where others are. Whose a session is that asks, visibility.reader_of_session tells.
ALTER TABLE "Session" ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON "Session" FOR SELECT TO concordance_reader USING ("personId" = visibility.viewer());
CREATE POLICY acting ON "Session" TO concordance_writer, concordance_system USING (true);

-- Whoever looks after the instance makes groups, and sees that there are groups and how many organize them and sit in them; and
-- whom they asked to organize one, while nobody does.
CREATE POLICY administering ON "Group" TO concordance_writer USING ((SELECT visibility.administers()));
CREATE POLICY overseeing ON "Group" FOR SELECT TO concordance_reader USING (visibility.is_overseen());
CREATE POLICY overseeing ON "Party" FOR SELECT TO concordance_reader USING (visibility.is_overseen());
CREATE POLICY overseeing ON "Organizer" FOR SELECT TO concordance_reader USING (visibility.is_overseen());
CREATE POLICY administering ON "Organizer" FOR SELECT TO concordance_writer USING ((SELECT visibility.administers()));
CREATE POLICY administering ON "Invitation" FOR SELECT TO concordance_writer
  USING ("partyId" IS NULL AND (SELECT visibility.administers()) AND visibility.lacks_organizer("groupId"));

-- What a reading shows, table by table. What belongs to something is shown with it: its policy asks a view of what is in sight
-- (`visibility.…_in_sight`), made of the same condition with its owner's rights. A policy that asked the table itself would ask that table's
-- policy too, which asks the next.
DO $$
DECLARE name text; asked text; condition text; many text;
  open text := 'visibility.opens_conclusion(c.id, c."meetingId")';
  shared text := 'visibility.shares_with_me(c."groupId", c.state, c."sharedWith")';
  -- Of what is shared with the group, the version that was adopted is told, and not who stood where; of minutes only while what they tell
  -- the group is made of them.
  told text := '(' || shared || ' AND (c.kind <> ''record'' OR c."meetingId" = visibility.opened_minutes()))';
BEGIN
  EXECUTE format($views$
    CREATE VIEW visibility.conclusion_in_sight WITH (security_barrier) AS
      SELECT c.id, c."itemId", %1$s AS open, CASE WHEN %3$s THEN c."adoptedVersion" END AS told FROM "Conclusion" c WHERE %1$s OR %2$s;
    CREATE VIEW visibility.version_in_sight WITH (security_barrier) AS
      SELECT v.id FROM "ConclusionVersion" v JOIN "Conclusion" c ON c.id = v."conclusionId"
      WHERE %1$s OR (c."adoptedVersion" = v.number AND %3$s);
    CREATE VIEW visibility.answer_in_sight WITH (security_barrier) AS
      SELECT d.id AS "deciderId" FROM "Decider" d JOIN "ConclusionVersion" v ON v.id = d."versionId"
      JOIN "Conclusion" c ON c.id = v."conclusionId" WHERE %1$s;
    GRANT SELECT ON visibility.conclusion_in_sight, visibility.version_in_sight, visibility.answer_in_sight TO concordance_reader
  $views$, open, shared, told);
  -- What is asked of a view is asked of its one row (`(SELECT true FROM …)`, null: it is not in sight), by its key. An EXISTS may be
  -- answered by gathering all that there is first.
  -- `many`: what of its condition is compared with an array, for statements read many rows of it (70-in-sight.sql): IS TRUE,
  -- so that no index is asked for a thousand ids where it is asked for one.
  FOR name, asked, many, condition IN VALUES
    ('Group', NULL, NULL, 'visibility.is_my_group(id)'),
    ('Organizer', NULL, NULL, 'visibility.is_my_group("groupId")'),
    ('Party', NULL, NULL, 'visibility.is_my_group("groupId")'),
    ('Seat', NULL, NULL, '"personId" = visibility.viewer() OR visibility.sees(''agenda'', "meetingId")
      OR (visibility.sees(''met'', "meetingId") AND (visibility.is_my_party("partyId") OR visibility.organizes("groupId")))'),
    ('PartyMember', NULL, NULL, 'visibility.is_my_group("groupId") AND (visibility.is_my_party("partyId") OR visibility.organizes("groupId")
      OR role IN (''head'', ''deputy'') OR (visibility.sees(''parties'', "partyId") AND role <> ''observer'') OR visibility.sees(''seated'', id))'),
    ('Invitation', NULL, NULL, 'id IN (SELECT k."invitationId" FROM visibility.known_invitation() k)'),
    ('WelcomeDismissal', NULL, NULL, '"personId" = visibility.viewer()'),
    ('GroupEvent', NULL, NULL, 'visibility.reads_event("groupId", "partyId", at)'),
    ('Text', NULL, NULL, 'visibility.sees(''texts'', id)'),
    ('TextParty', NULL, NULL, 'visibility.sees(''texts'', "textId")'),
    ('Edition', NULL, NULL, 'visibility.sees(''editions'', id)'),
    -- What was dropped from a text is kept for its draft, and is no part of what was published.
    ('Passage', NULL, 'editions', 'visibility.sees(''editions'', "editionId")
      AND (NOT dropped OR visibility.sees(''drafts'', "editionId"))'),
    -- Whoever looks after the instance sees that something could not be told, and not what.
    ('OutboxMessage', NULL, NULL, '"parkedAt" IS NOT NULL AND (SELECT visibility.administers())'),
    ('OutboxDelivery', NULL, NULL, 'false'),
    ('Meeting', NULL, 'known', 'visibility.sees(''known'', id)'),
    ('MeetingParty', NULL, 'known', 'visibility.sees(''known'', "meetingId")'),
    ('MeetingOpening', NULL, NULL, 'visibility.sees(''met'', "meetingId")'),
    ('SeatProposal', NULL, NULL, 'visibility.sees(''met'', "meetingId")'),
    ('Presence', NULL, NULL, 'visibility.sees(''met'', "meetingId")'),
    ('MeetingOffice', 'id', NULL, 'visibility.sees(''known'', "meetingId")'),
    ('OfficeAcceptance', NULL, NULL, '(SELECT true FROM visibility."MeetingOffice_in_sight" o WHERE o.id = "officeId")'),
    ('TimeProposal', NULL, NULL, 'visibility.sees(''met'', "meetingId")'),
    ('AgendaItem', 'id', 'whole_agenda', 'visibility.sees(''whole_agenda'', "meetingId")
      OR (visibility.sees(''part'', "meetingId") AND visibility.sees(''part_items'', id))'),
    ('Conclusion', NULL, NULL, replace(open || ' OR ' || shared, 'c.', '"Conclusion".')),
    ('ConclusionVersion', NULL, NULL, '(SELECT true FROM visibility.conclusion_in_sight x
      WHERE x.id = "ConclusionVersion"."conclusionId" AND (x.open OR x.told = "ConclusionVersion".number))'),
    ('DivergenceSide', NULL, NULL, '(SELECT true FROM visibility.conclusion_in_sight x WHERE x.id = "conclusionId")'),
    ('SharingConsent', NULL, NULL, '(SELECT true FROM visibility.conclusion_in_sight x WHERE x.id = "conclusionId")'),
    ('Decider', NULL, NULL, '(SELECT true FROM visibility.version_in_sight x WHERE x.id = "versionId")'),
    ('Commitment', NULL, NULL, '(SELECT true FROM visibility.version_in_sight x WHERE x.id = "versionId")'),
    ('Stance', NULL, NULL, '(SELECT true FROM visibility.answer_in_sight x WHERE x."deciderId" = "Stance"."deciderId")'),
    ('RecordHead', NULL, NULL, 'visibility.sees(''contents'', "meetingId") OR visibility.sees(''part'', "meetingId")'),
    ('RecordEntry', NULL, 'contents', 'visibility.sees(''contents'', "meetingId") OR visibility.sees(''since'', "meetingId")
      OR (visibility.sees(''part'', "meetingId") AND sequence <= (
        SELECT k.until FROM visibility.kept_records() k WHERE k."meetingId" = "RecordEntry"."meetingId"))
      OR "meetingId" = visibility.opened_minutes()'),
    ('Assignment', NULL, NULL, 'visibility.sees(''assignments'', id)'),
    ('AssignmentCompletion', NULL, NULL, 'visibility.sees(''assignments'', "assignmentId")'),
    ('Citing', 'id', NULL, 'CASE kind WHEN ''item'' THEN (SELECT true FROM visibility."AgendaItem_in_sight" i WHERE i.id = "Citing".id)
      WHEN ''version'' THEN (SELECT true FROM visibility.version_in_sight v WHERE v.id = "Citing".id)
      WHEN ''assignment'' THEN visibility.sees(''assignments'', id) END'),
    ('Citation', NULL, 'editions', 'visibility.sees(''editions'', "editionId")
      AND (SELECT true FROM visibility."Citing_in_sight" k WHERE k.id = "citingId")')
  LOOP
    EXECUTE format('CREATE POLICY reading ON %I FOR SELECT TO concordance_reader USING (%s)', name, regexp_replace(condition,
      format($of$visibility\.sees\('(%s)', ([^)]+)\)$of$, many), $by$(\2 = ANY ((SELECT visibility.ids_in_sight('\1'))::uuid[]) IS TRUE)$by$));
    -- `asked`: by these columns what belongs to it asks whether it is in sight.
    IF asked IS NOT NULL THEN
      EXECUTE format('CREATE VIEW visibility.%I WITH (security_barrier) AS SELECT %s FROM %I WHERE %s',
        name || '_in_sight', asked, name, condition);
      EXECUTE format('GRANT SELECT ON visibility.%I TO concordance_reader', name || '_in_sight');
    END IF;
  END LOOP;
END $$;
