-- What was dropped before publishing is kept for taking the publishing back, and for nothing else. Once something cites the text nobody
-- takes it back any more, and what was dropped goes with the first citation.
CREATE OR REPLACE FUNCTION keep_published_passage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state FROM "Edition" WHERE id = OLD."editionId") = 'published' AND NOT goes_with_its_group(OLD."groupId")
    AND NOT (TG_OP = 'DELETE' AND OLD.dropped AND EXISTS (SELECT FROM "Citation" WHERE "editionId" = OLD."editionId")) THEN
    RAISE EXCEPTION 'the passages of a published edition are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

-- What was dropped has no number, so that the index of numbers finds it, or finds at once that there is none.
CREATE OR REPLACE FUNCTION keep_citations_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Edition" WHERE id IN (SELECT "editionId" FROM added) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT FROM "Edition" WHERE id IN (SELECT "editionId" FROM added) AND state <> 'published') THEN
    RAISE EXCEPTION 'only a published edition is cited' USING ERRCODE = 'serialization_failure';
  END IF;
  DELETE FROM "Passage" WHERE "editionId" IN (SELECT "editionId" FROM added) AND ordinal IS NULL AND dropped;
  RETURN NULL;
END $$;

DELETE FROM "Passage" p USING "Edition" e WHERE e.id = p."editionId" AND e.state = 'published' AND p.ordinal IS NULL AND p.dropped
  AND EXISTS (SELECT FROM "Citation" c WHERE c."editionId" = e.id);
