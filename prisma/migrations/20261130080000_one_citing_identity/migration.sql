-- What points at passages has one identity, whatever it is: a row of "Citing" under its own id.

-- CreateTable
CREATE TABLE "Citing" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    CONSTRAINT "Citing_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Citing_groupId_idx" ON "Citing"("groupId");
ALTER TABLE "Citing" ADD CONSTRAINT "Citing_kind" CHECK (kind IN ('item', 'version', 'assignment'));
ALTER TABLE "Citing" ADD CONSTRAINT "Citing_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What is there goes along.
INSERT INTO "Citing" (id, "groupId", kind)
  SELECT id, "groupId", 'item' FROM "AgendaItem"
  UNION ALL SELECT id, "groupId", 'version' FROM "ConclusionVersion"
  UNION ALL SELECT id, "groupId", 'assignment' FROM "Assignment";

ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_id_fkey" FOREIGN KEY ("id") REFERENCES "Citing"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ConclusionVersion" ADD CONSTRAINT "ConclusionVersion_id_fkey" FOREIGN KEY ("id") REFERENCES "Citing"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_id_fkey" FOREIGN KEY ("id") REFERENCES "Citing"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- The identity comes with the thing and goes with it: nothing that cites is without one, and none is of two things.
CREATE FUNCTION begin_citing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "Citing" (id, "groupId", kind) VALUES (NEW.id, NEW."groupId", TG_ARGV[0]);
  RETURN NEW;
END $$;
CREATE FUNCTION end_citing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "Citing" WHERE id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "AgendaItem_cites" BEFORE INSERT ON "AgendaItem" FOR EACH ROW EXECUTE FUNCTION begin_citing('item');
CREATE TRIGGER "ConclusionVersion_cites" BEFORE INSERT ON "ConclusionVersion" FOR EACH ROW EXECUTE FUNCTION begin_citing('version');
CREATE TRIGGER "Assignment_cites" BEFORE INSERT ON "Assignment" FOR EACH ROW EXECUTE FUNCTION begin_citing('assignment');
CREATE TRIGGER "AgendaItem_cited" AFTER DELETE ON "AgendaItem" FOR EACH ROW EXECUTE FUNCTION end_citing();
CREATE TRIGGER "ConclusionVersion_cited" AFTER DELETE ON "ConclusionVersion" FOR EACH ROW EXECUTE FUNCTION end_citing();
CREATE TRIGGER "Assignment_cited" AFTER DELETE ON "Assignment" FOR EACH ROW EXECUTE FUNCTION end_citing();
CREATE TRIGGER "Citing_fixed" BEFORE UPDATE ON "Citing" FOR EACH ROW EXECUTE FUNCTION refuse_change('the identity');

-- Citations name it instead of one of three owners. The triggers that knew of these are made anew below.
DROP TRIGGER "Citation_place" ON "Citation";
DROP TRIGGER "Citation_of_version" ON "Citation";
DROP TRIGGER "Citation_added" ON "Citation";
ALTER TABLE "Citation" ADD COLUMN "citingId" UUID;
UPDATE "Citation" SET "citingId" = COALESCE("itemId", "versionId", "assignmentId");
ALTER TABLE "Citation" DROP COLUMN "itemId", DROP COLUMN "versionId", DROP COLUMN "assignmentId",
  ALTER COLUMN "citingId" SET NOT NULL;
CREATE INDEX "Citation_citingId_idx" ON "Citation"("citingId");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_citingId_fkey" FOREIGN KEY ("citingId") REFERENCES "Citing"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What belongs to one thing is not moved to another.
CREATE TRIGGER "Citation_place" BEFORE UPDATE OF "citingId" ON "Citation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('the place');

-- What a version cites is part of it.
CREATE OR REPLACE FUNCTION keep_version_citation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT goes_with_its_group(OLD."groupId") AND EXISTS (SELECT FROM "ConclusionVersion" WHERE id = OLD."citingId") THEN
    RAISE EXCEPTION 'the citations of a version are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "Citation_of_version" BEFORE UPDATE OR DELETE ON "Citation" FOR EACH ROW EXECUTE FUNCTION keep_version_citation();

-- An adopted conclusion gets no passage more.
CREATE FUNCTION keep_conclusions_of_added_citations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_adopted_conclusions_whole(ARRAY(
    SELECT v."conclusionId" FROM added a JOIN "ConclusionVersion" v ON v.id = a."citingId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Citation_added" AFTER INSERT ON "Citation" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_conclusions_of_added_citations();
