import { asOwner } from '#tests/setup/owner.ts'

/** What a cell of the matrix may leave behind without having acted: counts of who asked how often. */
const counted: readonly string[] = ['"RateLimiterFlexible"']

/**
 * From here on the database of this test file notes every row that comes, changes or goes, whatever wrote it. The notes are
 * kept in the text form of whole rows, in one time zone, so that a row put back is the row that was.
 */
const noting = [
  `CREATE SCHEMA noted`,
  `CREATE TABLE noted.change (n bigserial PRIMARY KEY, place text NOT NULL, gone text, come text)`,
  `CREATE FUNCTION noted.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET timezone = 'UTC' AS $$
  BEGIN
    -- A row may be written anew as it was, to hold it.
    IF OLD::text IS DISTINCT FROM NEW::text THEN
      INSERT INTO noted.change (place, gone, come) VALUES (quote_ident(TG_TABLE_NAME), OLD::text, NEW::text);
    END IF;
    RETURN NULL;
  END $$`,
  // No trigger has a say while rows are put back: neither those that keep what stands nor those that note.
  `CREATE FUNCTION noted.undo() RETURNS SETOF text LANGUAGE plpgsql
    SET timezone = 'UTC' SET session_replication_role = 'replica' AS $$
  DECLARE
    noted record;
    hit bigint;
  BEGIN
    FOR noted IN SELECT * FROM noted.change ORDER BY n DESC LOOP
      IF noted.come IS NOT NULL THEN
        EXECUTE format('DELETE FROM %s t WHERE t::text = $1', noted.place) USING noted.come;
        GET DIAGNOSTICS hit = ROW_COUNT;
        IF hit <> 1 THEN RAISE EXCEPTION 'a row of % cannot be taken back', noted.place; END IF;
      END IF;
      IF noted.gone IS NOT NULL THEN
        EXECUTE format('INSERT INTO %1$s SELECT ($1::%1$s).*', noted.place) USING noted.gone;
      END IF;
      RETURN NEXT noted.place;
    END LOOP;
    DELETE FROM noted.change;
  END $$`,
  `DO $$
  DECLARE
    place text;
  BEGIN
    FOR place IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' LOOP
      EXECUTE format('CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION noted.note()', place);
    END LOOP;
  END $$`,
]

/** Begins to note changes, so that they can be undone. Once for a database. */
export async function noteChanges(): Promise<void> {
  await asOwner(async (tx) => {
    for (const statement of noting) await tx.$executeRawUnsafe(statement)
  })
}

/** Puts every row back to what it was at the last call, and returns the tables that had changed. */
export async function undoChanges(): Promise<readonly string[]> {
  const rows = await asOwner((tx) => tx.$queryRaw<{ place: string }[]>`SELECT noted.undo() AS place`)
  return [...new Set(rows.map(({ place }) => place))].filter((place) => !counted.includes(place))
}
