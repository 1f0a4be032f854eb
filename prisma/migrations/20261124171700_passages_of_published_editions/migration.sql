-- A published edition keeps every passage as it is, and gets no other: none is added to it, none is moved into it.

-- Looked at once for a statement, however many passages it adds. The edition is held, so that it is not published meanwhile.
CREATE FUNCTION keep_published_edition_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Edition" WHERE id IN (SELECT "editionId" FROM added) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT FROM "Edition" WHERE id IN (SELECT "editionId" FROM added) AND state = 'published') THEN
    RAISE EXCEPTION 'the passages of a published edition are immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Passage_added" AFTER INSERT ON "Passage" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_published_edition_whole();

CREATE TRIGGER "Passage_edition" BEFORE UPDATE OF "editionId" ON "Passage"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('the edition');
