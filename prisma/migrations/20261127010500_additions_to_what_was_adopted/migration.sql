-- An adopted conclusion keeps all that belongs to it, and gets nothing more: no version, no passage, no commitment, no decider
-- and no stance is added to it, none is moved into it, and how its versions were put and taken back stays as it was.

-- The conclusions are held, so that none is adopted meanwhile.
CREATE FUNCTION keep_adopted_conclusions_whole(conclusion_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Conclusion" WHERE id = ANY(conclusion_ids) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT FROM "Conclusion" WHERE id = ANY(conclusion_ids) AND state IN ('adopted', 'superseded')) THEN
    RAISE EXCEPTION 'an adopted conclusion is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

-- Looked at once for a statement, however many rows it adds.
CREATE FUNCTION keep_conclusions_of_added_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_adopted_conclusions_whole(ARRAY(SELECT "conclusionId" FROM added));
  RETURN NULL;
END $$;
CREATE TRIGGER "ConclusionVersion_added" AFTER INSERT ON "ConclusionVersion" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_conclusions_of_added_versions();

CREATE FUNCTION keep_conclusions_of_added_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_adopted_conclusions_whole(ARRAY(
    SELECT v."conclusionId" FROM added a JOIN "ConclusionVersion" v ON v.id = a."versionId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Citation_added" AFTER INSERT ON "Citation" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_conclusions_of_added_parts();
CREATE TRIGGER "Commitment_added" AFTER INSERT ON "Commitment" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_conclusions_of_added_parts();
CREATE TRIGGER "Decider_added" AFTER INSERT ON "Decider" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_conclusions_of_added_parts();

CREATE FUNCTION keep_conclusions_of_added_stances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_adopted_conclusions_whole(ARRAY(
    SELECT v."conclusionId" FROM added a JOIN "Decider" d ON d.id = a."deciderId" JOIN "ConclusionVersion" v ON v.id = d."versionId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Stance_added" AFTER INSERT ON "Stance" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_conclusions_of_added_stances();

-- What belongs to one thing is not moved to another.
CREATE TRIGGER "Citation_place" BEFORE UPDATE OF "itemId", "versionId", "assignmentId" ON "Citation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('the place');
CREATE TRIGGER "Stance_decider" BEFORE UPDATE OF "deciderId" ON "Stance"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('the decider');

CREATE FUNCTION keep_adopted_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_adopted_conclusions_whole(ARRAY[OLD."conclusionId"]);
  RETURN NEW;
END $$;
CREATE TRIGGER "ConclusionVersion_adopted" BEFORE UPDATE ON "ConclusionVersion"
  FOR EACH ROW EXECUTE FUNCTION keep_adopted_version();
