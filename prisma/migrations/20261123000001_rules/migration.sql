-- The last wall: what no program, whichever it is, may write. The rules themselves live in domain/; these say only what is
-- never true of a stored row: a word outside its vocabulary, an adopted wording that changes, a record that loses an entry.

-- Closed vocabularies -------------------------------------------------------------------------------------------------

ALTER TABLE "Person" ADD CONSTRAINT "Person_email_lower" CHECK (email = lower(email));
ALTER TABLE "Session" ADD CONSTRAINT "Session_method" CHECK (method IN ('start-up-link', 'mail-link', 'invitation', 'demo'));
ALTER TABLE "PartyMember" ADD CONSTRAINT "PartyMember_role" CHECK (role IN ('head', 'deputy', 'delegate', 'observer'));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_role" CHECK (
  (role = 'organizer') = ("partyId" IS NULL) AND role IN ('organizer', 'head', 'deputy', 'delegate', 'observer'));
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_state" CHECK (state IN ('importing', 'draft', 'published'));
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_direction" CHECK (direction IN ('ltr', 'rtl'));
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_kind" CHECK (kind IN ('heading', 'paragraph', 'list-item', 'quote'));
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_kind" CHECK (kind IN ('study', 'bilateral', 'multilateral'));
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_state" CHECK (state IN ('draft', 'scheduled', 'open', 'closed', 'agreed', 'cancelled'));
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_duration" CHECK ("durationMinutes" BETWEEN 5 AND 1440);
ALTER TABLE "MeetingOffice" ADD CONSTRAINT "MeetingOffice_office" CHECK (office IN ('chair', 'facilitator', 'rapporteur'));
ALTER TABLE "TimeProposal" ADD CONSTRAINT "TimeProposal_answer" CHECK (answer IN ('waiting', 'accepted', 'declined', 'replaced'));
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_kind" CHECK (kind IN
  ('exchange-of-experience', 'theoretical-discussion', 'inquiry', 'cooperation', 'resolution', 'procedure'));
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_state" CHECK (state IN ('open', 'settled', 'carried', 'dropped'));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_kind" CHECK (kind IN ('read', 'prepare-position', 'present', 'report-experience'));
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_kind" CHECK (kind IN
  ('common-understanding', 'common-position', 'cooperation', 'resolution', 'divergence', 'record'));
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_state" CHECK (state IN
  ('draft', 'put', 'ad-referendum', 'adopted', 'declined', 'lapsed', 'withdrawn', 'superseded', 'recorded'));
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_sharedWith" CHECK ("sharedWith" IN ('parties', 'group'));
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_adoption" CHECK (
  (state IN ('adopted', 'superseded')) = ("adoptedAt" IS NOT NULL AND "adoptedVersion" IS NOT NULL AND "contentHash" IS NOT NULL));
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_state" CHECK (state IN ('proposed', 'open', 'done', 'dropped'));
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_kind" CHECK (kind IN
  ('consent', 'consent-with-reservation', 'ad-referendum', 'stand-aside', 'object'));
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_reason" CHECK (kind IN ('consent', 'ad-referendum') OR reason IS NOT NULL);
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_referendum" CHECK ((kind = 'ad-referendum') = ("referendumBy" IS NOT NULL));
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_principals" CHECK (
  principals IS NULL OR (kind = 'ad-referendum' AND principals IN ('confirmed', 'declined')));

-- Shapes --------------------------------------------------------------------------------------------------------------

-- A citation belongs to exactly one thing, and quotes words of one passage only.
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_of_one_thing" CHECK (num_nonnulls("itemId", "versionId", "assignmentId") = 1);
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_range" CHECK ("firstOrdinal" BETWEEN 1 AND "lastOrdinal");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_quote" CHECK (
  num_nonnulls("quoteExact", "quotePrefix", "quoteSuffix", "quoteStart", "quoteEnd") = 0
  OR (num_nonnulls("quoteExact", "quotePrefix", "quoteSuffix", "quoteStart", "quoteEnd") = 5
      AND "firstOrdinal" = "lastOrdinal" AND 0 <= "quoteStart" AND "quoteStart" < "quoteEnd"));
ALTER TABLE "Decider" ADD CONSTRAINT "Decider_one" CHECK (num_nonnulls("partyId", "personId") = 1);
ALTER TABLE "DivergenceSide" ADD CONSTRAINT "DivergenceSide_one" CHECK (num_nonnulls("partyId", "personId") = 1);
ALTER TABLE "DivergenceSide" ADD CONSTRAINT "DivergenceSide_words" CHECK (num_nonnulls(words, "writtenById", "writtenAt") IN (0, 3));
ALTER TABLE "ConclusionVersion" ADD CONSTRAINT "ConclusionVersion_head" CHECK (num_nonnulls("headSequence", "headHash") IN (0, 2));

-- What stands, stands -------------------------------------------------------------------------------------------------

-- A whole group may be deleted; the act names it in its transaction, and nothing else may.
CREATE FUNCTION goes_with_its_group(group_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('app.deleting_group', true) IS NOT DISTINCT FROM group_id::text
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of "%" is immutable', TG_ARGV[0], TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- A published edition keeps every passage as it is.
CREATE FUNCTION keep_published_passage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state FROM "Edition" WHERE id = OLD."editionId") = 'published' AND NOT goes_with_its_group(OLD."groupId") THEN
    RAISE EXCEPTION 'the passages of a published edition are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "Passage_published" BEFORE UPDATE OR DELETE ON "Passage" FOR EACH ROW EXECUTE FUNCTION keep_published_passage();

CREATE FUNCTION keep_published_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'published' AND NOT goes_with_its_group(OLD."groupId") THEN
    RAISE EXCEPTION 'a published edition is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "Edition_published" BEFORE UPDATE OR DELETE ON "Edition" FOR EACH ROW EXECUTE FUNCTION keep_published_edition();

-- A version's wording never changes: a change is a new version.
CREATE TRIGGER "ConclusionVersion_wording" BEFORE UPDATE OF wording, number, "conclusionId", "createdById", "createdAt", "headSequence", "headHash"
  ON "ConclusionVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change('the wording');

CREATE FUNCTION keep_unless_group_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT goes_with_its_group(OLD."groupId") THEN
    RAISE EXCEPTION 'rows of "%" are kept', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "Conclusion_kept" BEFORE DELETE ON "Conclusion" FOR EACH ROW EXECUTE FUNCTION keep_unless_group_goes();
CREATE TRIGGER "ConclusionVersion_kept" BEFORE DELETE ON "ConclusionVersion" FOR EACH ROW EXECUTE FUNCTION keep_unless_group_goes();
CREATE TRIGGER "Commitment_kept" BEFORE DELETE ON "Commitment" FOR EACH ROW EXECUTE FUNCTION keep_unless_group_goes();
CREATE TRIGGER "Commitment_wording" BEFORE UPDATE OF "versionId", place, what, "partyId", "personId", "dueOn"
  ON "Commitment" FOR EACH ROW EXECUTE FUNCTION refuse_change('the wording');
CREATE TRIGGER "Decider_kept" BEFORE DELETE ON "Decider" FOR EACH ROW EXECUTE FUNCTION keep_unless_group_goes();
CREATE TRIGGER "Decider_fixed" BEFORE UPDATE ON "Decider" FOR EACH ROW EXECUTE FUNCTION refuse_change('the list');

-- An adopted conclusion may be superseded and shared more widely; nothing else about it changes.
CREATE FUNCTION keep_adopted_conclusion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before "Conclusion" := OLD;
BEGIN
  before.state := NEW.state;
  before."sharedWith" := NEW."sharedWith";
  IF before IS DISTINCT FROM NEW OR (NEW.state IS DISTINCT FROM OLD.state AND (OLD.state, NEW.state) <> ('adopted', 'superseded')) THEN
    RAISE EXCEPTION 'an adopted conclusion is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Conclusion_adopted" BEFORE UPDATE ON "Conclusion" FOR EACH ROW
  WHEN (OLD.state IN ('adopted', 'superseded')) EXECUTE FUNCTION keep_adopted_conclusion();

-- Nor do the stances by which it was adopted, or by which it failed.
CREATE FUNCTION keep_decided_stance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT goes_with_its_group(OLD."groupId") AND (
    SELECT c.state IN ('adopted', 'superseded', 'declined', 'lapsed') FROM "Decider" d
    JOIN "ConclusionVersion" v ON v.id = d."versionId" JOIN "Conclusion" c ON c.id = v."conclusionId"
    WHERE d.id = OLD."deciderId")
  THEN
    RAISE EXCEPTION 'the stances of a decided conclusion are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "Stance_decided" BEFORE UPDATE OR DELETE ON "Stance" FOR EACH ROW EXECUTE FUNCTION keep_decided_stance();

-- What a version cites is part of it.
CREATE FUNCTION keep_version_citation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."versionId" IS NOT NULL AND NOT goes_with_its_group(OLD."groupId") THEN
    RAISE EXCEPTION 'the citations of a version are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "Citation_of_version" BEFORE UPDATE OR DELETE ON "Citation" FOR EACH ROW EXECUTE FUNCTION keep_version_citation();

-- The record only grows; a payload may be erased, together with its salt.
CREATE FUNCTION keep_record_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before "RecordEntry" := OLD;
BEGIN
  before.payload := NULL;
  before.salt := NULL;
  IF before IS DISTINCT FROM NEW THEN
    RAISE EXCEPTION 'an entry of the record is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RecordEntry_fixed" BEFORE UPDATE ON "RecordEntry" FOR EACH ROW EXECUTE FUNCTION keep_record_entry();
CREATE TRIGGER "RecordEntry_kept" BEFORE DELETE ON "RecordEntry" FOR EACH ROW EXECUTE FUNCTION keep_unless_group_goes();
