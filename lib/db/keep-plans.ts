/** Lets a PostgreSQL server keep the plans of its statements while a small instance lives as small instances do. */
import type { MigrationConnection } from './migrate.ts'

/**
 * How many rows of a table change until the server looks it through, beside the tenth or fifth of the table that must have changed too. By
 * default it does so after fifty, and forgets every plan that reads the table: a few answers, and the next page on each connection took
 * seven times as much of the database's processor as any other. What our statements look up by ids is planned alike either way, and
 * a thousand rows that are gone are soon passed over.
 */
const CHANGED_ROWS = 1000

const settings = ['autovacuum_analyze_threshold', 'autovacuum_vacuum_threshold']

/** Says so of each table that does not have it yet; one statement. */
export async function keepPlans(connection: MigrationConnection): Promise<void> {
  const wanted = settings.map((name) => `${name}=${CHANGED_ROWS}`)
  await connection.exec(`DO $$ DECLARE lacking regclass; BEGIN
    FOR lacking IN SELECT c.oid FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
      AND NOT COALESCE(c.reloptions @> '{${wanted.join(',')}}', false) ORDER BY c.relname
    LOOP EXECUTE format('ALTER TABLE %s SET (${wanted.join(', ')})', lacking); END LOOP; END $$`)
}
