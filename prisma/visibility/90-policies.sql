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

-- Whoever looks after the instance makes groups, and sees that there are groups and how many organize them and sit in them; and
-- whom they asked to organize one, while nobody does.
CREATE POLICY administering ON "Group" TO concordance_writer USING ((SELECT visibility.administers()));
CREATE POLICY overseeing ON "Group" FOR SELECT TO concordance_reader USING ((SELECT visibility.administers()));
CREATE POLICY administering ON "Party" FOR SELECT TO concordance_reader USING ((SELECT visibility.administers()));
CREATE POLICY administering ON "Organizer" FOR SELECT TO concordance_reader, concordance_writer USING ((SELECT visibility.administers()));
CREATE POLICY administering ON "Invitation" FOR SELECT TO concordance_writer
  USING ("partyId" IS NULL AND (SELECT visibility.administers()) AND visibility.lacks_organizer("groupId"));

-- What a reading shows, table by table. What belongs to something is shown with it: its policy asks a view of what is in sight
-- (`visibility.…_in_sight`), made of the same condition with its owner's rights. A policy that asked the table itself would ask that table's
-- policy too, which asks the next.
DO $$
DECLARE name text; asked text; condition text;
  open text := '(c."meetingId" = ANY ((SELECT visibility.ids_in_sight(''contents''))::uuid[]) OR (c."meetingId" = ANY ((SELECT visibility.ids_in_sight(''part''))::uuid[])
    AND c.id = ANY ((SELECT visibility.ids_in_sight(''part_conclusions''))::uuid[])))';
  shared text := '(c."groupId" = ANY ((SELECT visibility.my_group_ids())::uuid[]) AND visibility.is_shared(c.state, c."sharedWith"))';
BEGIN
  EXECUTE format($views$
    CREATE VIEW visibility.conclusion_in_sight WITH (security_barrier) AS
      SELECT c.id, c."itemId" FROM "Conclusion" c WHERE %1$s OR %2$s;
    -- Of what is shared with the group, the version that was adopted, and not who stood where; of minutes what they tell the group.
    CREATE VIEW visibility.version_in_sight WITH (security_barrier) AS
      SELECT v.id FROM "ConclusionVersion" v JOIN "Conclusion" c ON c.id = v."conclusionId"
      WHERE %1$s OR (c."adoptedVersion" = v.number AND %2$s
        AND (c.kind <> 'record' OR c."meetingId" = (SELECT visibility.opened_minutes())));
    CREATE VIEW visibility.answer_in_sight WITH (security_barrier) AS
      SELECT d.id AS "deciderId" FROM "Decider" d JOIN "ConclusionVersion" v ON v.id = d."versionId"
      JOIN "Conclusion" c ON c.id = v."conclusionId" WHERE %1$s;
    GRANT SELECT ON visibility.conclusion_in_sight, visibility.version_in_sight, visibility.answer_in_sight TO concordance_reader
  $views$, open, shared);
  FOR name, asked, condition IN VALUES
    ('Group', NULL, 'id = ANY ((SELECT visibility.my_group_ids())::uuid[])'),
    ('Organizer', NULL, '"groupId" = ANY ((SELECT visibility.my_group_ids())::uuid[])'),
    ('Party', NULL, '"groupId" = ANY ((SELECT visibility.my_group_ids())::uuid[])'),
    ('Seat', '"personId", "partyId"', '"personId" = (SELECT visibility.viewer()) OR "meetingId" = ANY ((SELECT visibility.ids_in_sight(''agenda''))::uuid[])
      OR ("meetingId" = ANY ((SELECT visibility.ids_in_sight(''met''))::uuid[])
        AND ("partyId" = ANY ((SELECT visibility.my_party_ids())::uuid[]) OR "groupId" = ANY ((SELECT visibility.organized_group_ids())::uuid[])))'),
    ('PartyMember', NULL, '"groupId" = ANY ((SELECT visibility.my_group_ids())::uuid[]) AND ("partyId" = ANY ((SELECT visibility.my_party_ids())::uuid[])
      OR "groupId" = ANY ((SELECT visibility.organized_group_ids())::uuid[]) OR role IN (''head'', ''deputy'')
      OR (role <> ''observer'' AND "partyId" = ANY ((SELECT visibility.ids_in_sight(''parties''))::uuid[]))
      OR EXISTS (SELECT 1 FROM visibility."Seat_in_sight" s
        WHERE s."personId" = "PartyMember"."personId" AND s."partyId" = "PartyMember"."partyId"))'),
    ('Invitation', NULL, 'id IN (SELECT k."invitationId" FROM visibility.known_invitation() k)'),
    ('WelcomeDismissal', NULL, '"personId" = (SELECT visibility.viewer())'),
    ('GroupEvent', NULL, 'id IN (SELECT e."eventId" FROM visibility.readable_event() e)'),
    ('Text', NULL, 'id = ANY ((SELECT visibility.ids_in_sight(''texts''))::uuid[])'),
    ('TextParty', NULL, '"textId" = ANY ((SELECT visibility.ids_in_sight(''texts''))::uuid[])'),
    ('Edition', NULL, 'id = ANY ((SELECT visibility.ids_in_sight(''editions''))::uuid[])'),
    -- What was dropped from a text is kept for its draft, and is no part of what was published.
    ('Passage', NULL, '"editionId" = ANY ((SELECT visibility.ids_in_sight(''editions''))::uuid[])
      AND (NOT dropped OR EXISTS (SELECT 1 FROM "Edition" e WHERE e.id = "editionId" AND e.state = ''draft''))'),
    -- Whoever looks after the instance sees that something could not be told, and not what.
    ('OutboxMessage', NULL, '"parkedAt" IS NOT NULL AND (SELECT visibility.administers())'),
    ('OutboxDelivery', NULL, 'false'),
    ('Meeting', NULL, 'id = ANY ((SELECT visibility.ids_in_sight(''known''))::uuid[])'),
    ('MeetingParty', NULL, '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''known''))::uuid[])'),
    ('MeetingOpening', NULL, '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''met''))::uuid[])'),
    ('SeatProposal', NULL, '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''met''))::uuid[])'),
    ('Presence', NULL, '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''met''))::uuid[])'),
    ('MeetingOffice', 'id', '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''known''))::uuid[])'),
    ('OfficeAcceptance', NULL, 'EXISTS (SELECT 1 FROM visibility."MeetingOffice_in_sight" o WHERE o.id = "officeId")'),
    ('TimeProposal', NULL, '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''met''))::uuid[])'),
    ('AgendaItem', 'id', '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''whole_agenda''))::uuid[])
      OR ("meetingId" = ANY ((SELECT visibility.ids_in_sight(''part''))::uuid[])
        AND EXISTS (SELECT 1 FROM visibility.conclusion_in_sight x WHERE x."itemId" = "AgendaItem".id))'),
    ('Conclusion', NULL, replace(open || ' OR ' || shared, 'c.', '"Conclusion".')),
    ('ConclusionVersion', NULL, 'EXISTS (SELECT 1 FROM visibility.version_in_sight x WHERE x.id = "ConclusionVersion".id)'),
    ('DivergenceSide', NULL, 'EXISTS (SELECT 1 FROM visibility.conclusion_in_sight x WHERE x.id = "conclusionId")'),
    ('SharingConsent', NULL, 'EXISTS (SELECT 1 FROM visibility.conclusion_in_sight x WHERE x.id = "conclusionId")'),
    ('Decider', NULL, 'EXISTS (SELECT 1 FROM visibility.version_in_sight x WHERE x.id = "versionId")'),
    ('Commitment', NULL, 'EXISTS (SELECT 1 FROM visibility.version_in_sight x WHERE x.id = "versionId")'),
    ('Stance', NULL, 'EXISTS (SELECT 1 FROM visibility.answer_in_sight x WHERE x."deciderId" = "Stance"."deciderId")'),
    ('RecordHead', NULL, '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''contents''))::uuid[]) OR "meetingId" = ANY ((SELECT visibility.ids_in_sight(''part''))::uuid[])'),
    ('RecordEntry', NULL, '"meetingId" = ANY ((SELECT visibility.ids_in_sight(''contents''))::uuid[]) OR "meetingId" = ANY ((SELECT visibility.ids_in_sight(''since''))::uuid[])
      OR ("meetingId" = ANY ((SELECT visibility.ids_in_sight(''part''))::uuid[]) AND sequence <= (
        SELECT k.until FROM visibility.kept_records() k WHERE k."meetingId" = "RecordEntry"."meetingId"))
      OR "meetingId" = (SELECT visibility.opened_minutes())'),
    ('Assignment', NULL, 'id = ANY ((SELECT visibility.ids_in_sight(''assignments''))::uuid[])'),
    ('AssignmentCompletion', NULL, '"assignmentId" = ANY ((SELECT visibility.ids_in_sight(''assignments''))::uuid[])'),
    ('Citing', 'id', 'CASE kind WHEN ''item'' THEN EXISTS (SELECT 1 FROM visibility."AgendaItem_in_sight" i WHERE i.id = "Citing".id)
      WHEN ''version'' THEN EXISTS (SELECT 1 FROM visibility.version_in_sight v WHERE v.id = "Citing".id)
      WHEN ''assignment'' THEN id = ANY ((SELECT visibility.ids_in_sight(''assignments''))::uuid[]) END'),
    ('Citation', NULL, '"editionId" = ANY ((SELECT visibility.ids_in_sight(''editions''))::uuid[])
      AND EXISTS (SELECT 1 FROM visibility."Citing_in_sight" k WHERE k.id = "citingId")')
  LOOP
    EXECUTE format('CREATE POLICY reading ON %I FOR SELECT TO concordance_reader USING (%s)', name, condition);
    -- `asked`: by these columns what belongs to it asks whether it is in sight.
    IF asked IS NOT NULL THEN
      EXECUTE format('CREATE VIEW visibility.%I WITH (security_barrier) AS SELECT %s FROM %I WHERE %s',
        name || '_in_sight', asked, name, condition);
      EXECUTE format('GRANT SELECT ON visibility.%I TO concordance_reader', name || '_in_sight');
    END IF;
  END LOOP;
END $$;
