-- What a person may see, stated once. Queries join the functions of this schema and say nothing of it themselves; each row that comes
-- out of one is open to the viewer. The domain decides the same for one row, and a test holds both together.
--
-- A rule is a view, which is part of the plan of whatever reads it, and has its owner's rights. What a query joins is a function of
-- the same name that reads the view: it is planned once for each connection, not with each statement, which costs ten times as much as
-- to run it, and it runs once for a reading.

-- In whose name the transaction runs (lib/db/transaction.ts). Null: in nobody's, but for a purpose of the system.
CREATE FUNCTION visibility.viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.person_id', true), '')::uuid;

-- Whether anybody may be told anything: a reading names its viewer. Who acts, and the system, are held by what they do. For views that tell
-- of rows without asking whose they are; it is asked once for a statement.
CREATE FUNCTION visibility.names_viewer() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN visibility.viewer() IS NOT NULL OR current_user <> 'concordance_reader';

-- Makes of a view the function of its name. A reading sees one moment of the database, in which nothing becomes visible or hidden: what
-- the function found once it keeps for the rest of the transaction, where its queries and their policies ask again and again.
--   usual: how many rows the planner expects.
--   found_with: the list of ids with which a reading finds it (70-in-sight.sql); null: it is found by itself.
CREATE FUNCTION visibility.as_function(name text, usual int, found_with text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $make$
BEGIN
  EXECUTE format($function$
    CREATE FUNCTION visibility.%1$I() RETURNS SETOF visibility.%1$I
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS %2$s AS $body$
    DECLARE found text := current_setting('app.found_%1$s', true);
    BEGIN
      IF current_setting('transaction_read_only') = 'off' THEN
        RETURN QUERY SELECT * FROM visibility.%1$I;
        RETURN;
      END IF;
      IF COALESCE(found, '') = '' THEN
        %3$s
      END IF;
      RETURN QUERY SELECT * FROM unnest(found::visibility.%1$I[]);
    END $body$
  $function$, name, usual, CASE WHEN found_with IS NULL
    THEN format('found := set_config(%L, ARRAY(SELECT v FROM visibility.%I v)::text, true);', 'app.found_' || name, name)
    ELSE format('PERFORM visibility.find_in_sight(%L); found := current_setting(%L);', found_with, 'app.found_' || name) END);
END $make$;
