-- What a person may see, stated once. Queries join the functions of this schema and say nothing of it themselves; each row that comes
-- out of one is open to the viewer. The domain decides the same for one row, and a test holds both together.
--
-- A rule is a view, which is part of the plan of whatever reads it, and has its owner's rights. What a query joins is a function of
-- the same name that reads the view: it is planned once for each connection, not with each statement, which costs ten times as much as
-- to run it, and it runs once for a reading.

-- In whose name the transaction runs (lib/db/transaction.ts). Null: in nobody's, but for a purpose of the system.
CREATE FUNCTION visibility.viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.person_id', true), '')::uuid;

-- Makes of a view the function of its name. A reading sees one moment of the database, in which nothing becomes visible or hidden: what
-- the function found once it keeps for the rest of the transaction, where its queries and their policies ask again and again.
--   usual: how many rows the planner expects.
--   kept: false for what may be some thousand rows, which take longer to keep as text than to find.
CREATE FUNCTION visibility.as_function(name text, usual int, kept boolean DEFAULT true) RETURNS void LANGUAGE plpgsql AS $make$
BEGIN
  EXECUTE format($function$
    CREATE FUNCTION visibility.%1$I() RETURNS SETOF visibility.%1$I
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS %2$s AS $body$
    DECLARE found text := current_setting('app.found_%1$s', true);
    BEGIN
      IF NOT %3$L::boolean OR current_setting('transaction_read_only') = 'off' THEN
        RETURN QUERY SELECT * FROM visibility.%1$I;
        RETURN;
      END IF;
      IF COALESCE(found, '') = '' THEN
        found := ARRAY(SELECT v FROM visibility.%1$I v)::text;
        PERFORM set_config('app.found_%1$s', found, true);
      END IF;
      RETURN QUERY SELECT * FROM unnest(found::visibility.%1$I[]);
    END $body$
  $function$, name, usual, kept);
END $make$;
