-- A published edition becomes a draft again as long as nothing cites it, and in no other way; nothing else of it changes by that.
-- What cites is looked for past the policies of rows: nobody's sight decides over what stands.
CREATE OR REPLACE FUNCTION keep_published_edition() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state <> 'published' OR goes_with_its_group(OLD."groupId") THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.state = 'draft' AND NEW."publishedAt" IS NULL AND NEW."publishedById" IS NULL
    AND to_jsonb(NEW) - 'state' - 'revision' - 'publishedAt' - 'publishedById'
      = to_jsonb(OLD) - 'state' - 'revision' - 'publishedAt' - 'publishedById'
    AND NOT EXISTS (SELECT FROM "Citation" WHERE "editionId" = OLD.id)
    AND NOT EXISTS (SELECT FROM "Assignment" WHERE "editionId" = OLD.id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published edition is immutable' USING ERRCODE = 'restrict_violation';
END $$;

-- What is cited is published. The edition is held, so that nobody takes its publishing back meanwhile; whoever was slower decides anew.
CREATE FUNCTION keep_citations_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Edition" WHERE id IN (SELECT "editionId" FROM added) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT FROM "Edition" WHERE id IN (SELECT "editionId" FROM added) AND state <> 'published') THEN
    RAISE EXCEPTION 'only a published edition is cited' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Citation_published" AFTER INSERT ON "Citation" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_citations_published();
