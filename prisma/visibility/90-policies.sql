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
    EXECUTE format('CREATE POLICY acting ON %I TO concordance_writer USING (%I IN (SELECT visibility.acting_group_ids()))', name, own);
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

-- What a reading shows, table by table. What belongs to something is shown with it.
DO $$
DECLARE name text; condition text;
  open text := '(c."meetingId" IN (SELECT visibility.ids_in_sight(''contents'')) OR (c."meetingId" IN (SELECT visibility.ids_in_sight(''part''))
    AND c.id IN (SELECT visibility.ids_in_sight(''part_conclusions''))))';
BEGIN
  FOR name, condition IN VALUES
    ('Group', 'id IN (SELECT visibility.my_group_ids())'),
    ('Organizer', '"groupId" IN (SELECT visibility.my_group_ids())'),
    ('Party', '"groupId" IN (SELECT visibility.my_group_ids())'),
    ('PartyMember', '"groupId" IN (SELECT visibility.my_group_ids()) AND ("partyId" IN (SELECT visibility.my_party_ids())
      OR "groupId" IN (SELECT visibility.organized_group_ids()) OR role IN (''head'', ''deputy'')
      OR (role <> ''observer'' AND "partyId" IN (SELECT visibility.ids_in_sight(''parties'')))
      OR EXISTS (SELECT 1 FROM "Seat" s WHERE s."personId" = "PartyMember"."personId" AND s."partyId" = "PartyMember"."partyId"))'),
    ('Invitation', 'id IN (SELECT k."invitationId" FROM visibility.known_invitation() k)'),
    ('GroupEvent', 'id IN (SELECT e."eventId" FROM visibility.readable_event() e)'),
    ('Text', 'id IN (SELECT visibility.ids_in_sight(''texts''))'),
    ('TextParty', '"textId" IN (SELECT visibility.ids_in_sight(''texts''))'),
    ('Edition', 'id IN (SELECT visibility.ids_in_sight(''editions''))'),
    -- What was dropped from a text is kept for its draft, and is no part of what was published.
    ('Passage', '"editionId" IN (SELECT visibility.ids_in_sight(''editions''))
      AND (NOT dropped OR EXISTS (SELECT 1 FROM "Edition" e WHERE e.id = "editionId" AND e.state = ''draft''))'),
    ('Citation', '"editionId" IN (SELECT visibility.ids_in_sight(''editions'')) AND EXISTS (SELECT 1 FROM "Citing" k WHERE k.id = "citingId")'),
    ('Citing', 'CASE kind WHEN ''item'' THEN EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i.id = "Citing".id)
      WHEN ''version'' THEN EXISTS (SELECT 1 FROM "ConclusionVersion" v WHERE v.id = "Citing".id)
      WHEN ''assignment'' THEN EXISTS (SELECT 1 FROM "Assignment" a WHERE a.id = "Citing".id) END'),
    -- Whoever looks after the instance sees that something could not be told, and not what.
    ('OutboxMessage', '"parkedAt" IS NOT NULL AND (SELECT visibility.administers())'),
    ('OutboxDelivery', 'false'),
    ('Meeting', 'id IN (SELECT visibility.ids_in_sight(''known''))'),
    ('MeetingParty', '"meetingId" IN (SELECT visibility.ids_in_sight(''known''))'),
    ('MeetingOpening', '"meetingId" IN (SELECT visibility.ids_in_sight(''met''))'),
    ('Seat', '"personId" = (SELECT visibility.viewer()) OR "meetingId" IN (SELECT visibility.ids_in_sight(''agenda''))
      OR ("meetingId" IN (SELECT visibility.ids_in_sight(''met''))
        AND ("partyId" IN (SELECT visibility.my_party_ids()) OR "groupId" IN (SELECT visibility.organized_group_ids())))'),
    ('SeatProposal', '"meetingId" IN (SELECT visibility.ids_in_sight(''met''))'),
    ('Presence', '"meetingId" IN (SELECT visibility.ids_in_sight(''met''))'),
    ('MeetingOffice', '"meetingId" IN (SELECT visibility.ids_in_sight(''known''))'),
    ('OfficeAcceptance', 'EXISTS (SELECT 1 FROM "MeetingOffice" o WHERE o.id = "officeId")'),
    ('TimeProposal', '"meetingId" IN (SELECT visibility.ids_in_sight(''met''))'),
    ('AgendaItem', '"meetingId" IN (SELECT visibility.ids_in_sight(''whole_agenda''))
      OR ("meetingId" IN (SELECT visibility.ids_in_sight(''part'')) AND EXISTS (SELECT 1 FROM "Conclusion" c WHERE c."itemId" = "AgendaItem".id))'),
    ('Conclusion', replace(open, 'c.', '"Conclusion".') || '
      OR ("groupId" IN (SELECT visibility.my_group_ids()) AND visibility.is_shared(state, "sharedWith"))'),
    -- Of what is shared with the group, the version that was adopted, and not who stood where; of minutes what they tell the group.
    ('ConclusionVersion', 'EXISTS (SELECT 1 FROM "Conclusion" c WHERE c.id = "conclusionId" AND ({open}
      OR (c."adoptedVersion" = number AND (c.kind <> ''record'' OR c."meetingId" = (SELECT visibility.opened_minutes())))))'),
    ('DivergenceSide', 'EXISTS (SELECT 1 FROM "Conclusion" c WHERE c.id = "conclusionId")'),
    ('SharingConsent', 'EXISTS (SELECT 1 FROM "Conclusion" c WHERE c.id = "conclusionId")'),
    ('Decider', 'EXISTS (SELECT 1 FROM "ConclusionVersion" v WHERE v.id = "versionId")'),
    ('Commitment', 'EXISTS (SELECT 1 FROM "ConclusionVersion" v WHERE v.id = "versionId")'),
    ('Stance', 'EXISTS (SELECT 1 FROM "Decider" d JOIN "ConclusionVersion" v ON v.id = d."versionId"
      JOIN "Conclusion" c ON c.id = v."conclusionId" AND {open} WHERE d.id = "deciderId")'),
    ('RecordHead', '"meetingId" IN (SELECT visibility.ids_in_sight(''contents'')) OR "meetingId" IN (SELECT visibility.ids_in_sight(''part''))'),
    ('RecordEntry', '"meetingId" IN (SELECT visibility.ids_in_sight(''contents'')) OR "meetingId" IN (SELECT visibility.ids_in_sight(''since''))
      OR ("meetingId" IN (SELECT visibility.ids_in_sight(''part'')) AND sequence <= (
        SELECT k.until FROM visibility.kept_records() k WHERE k."meetingId" = "RecordEntry"."meetingId"))
      OR "meetingId" = (SELECT visibility.opened_minutes())'),
    ('Assignment', 'id IN (SELECT a."assignmentId" FROM visibility.readable_assignment() a)'),
    ('AssignmentCompletion', 'EXISTS (SELECT 1 FROM "Assignment" a WHERE a.id = "assignmentId")')
  LOOP
    EXECUTE format('CREATE POLICY reading ON %I FOR SELECT TO concordance_reader USING (%s)', name, replace(condition, '{open}', open));
  END LOOP;
END $$;
