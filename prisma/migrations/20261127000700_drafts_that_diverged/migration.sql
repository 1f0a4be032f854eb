-- A divergence ends the undecided conclusion on which it is recorded.
ALTER TABLE "Conclusion" DROP CONSTRAINT "Conclusion_state";
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_state" CHECK (state IN
  ('draft', 'put', 'ad-referendum', 'adopted', 'declined', 'lapsed', 'withdrawn', 'diverged', 'superseded', 'recorded'));

UPDATE "Conclusion" o SET state = 'diverged', "endedAt" = (
    SELECT min(d."createdAt") FROM "Conclusion" d WHERE d."originId" = o.id AND d.kind = 'divergence')
  WHERE o.state IN ('draft', 'put')
    AND EXISTS (SELECT 1 FROM "Conclusion" d WHERE d."originId" = o.id AND d.kind = 'divergence');

-- The stances by which it was not adopted stay as well.
CREATE OR REPLACE FUNCTION keep_decided_stance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT goes_with_its_group(OLD."groupId") AND (
    SELECT c.state IN ('adopted', 'superseded', 'declined', 'lapsed', 'diverged') FROM "Decider" d
    JOIN "ConclusionVersion" v ON v.id = d."versionId" JOIN "Conclusion" c ON c.id = v."conclusionId"
    WHERE d.id = OLD."deciderId")
  THEN
    RAISE EXCEPTION 'the stances of a decided conclusion are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
