-- In whose name the transaction runs (lib/db/transaction.ts). Null: in nobody's, but for a purpose of the system.
CREATE FUNCTION visibility.viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.person_id', true), '')::uuid;
