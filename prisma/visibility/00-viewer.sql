-- What a person may see, stated once. Queries join the functions of this schema and say nothing of it themselves; each row that comes
-- out of one is open to the viewer. The domain decides the same for one row, and a test holds both together.
--
-- A rule is a view, which is part of the plan of whatever reads it, and has its owner's rights. What a query joins is a function of
-- the same name that reads the view: it is planned once for each connection, not with each statement, which costs ten times as much as
-- to run it, and it runs once for a statement.

-- In whose name the transaction runs (lib/db/transaction.ts). Null: in nobody's, but for a purpose of the system.
CREATE FUNCTION visibility.viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.person_id', true), '')::uuid;
