-- The roles in which transactions run (lib/db/transaction.ts): they own nothing, can do nothing about policies, and nobody signs in as
-- them. Roles belong to the whole server: several instances share them, and each grants them rights in its own database alone.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['concordance_reader', 'concordance_writer', 'concordance_system'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- Another database was faster.
    END;
    IF NOT pg_has_role(current_user, name, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
  END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION E'the account % may not make the roles in which transactions run. Let an administrator of the server run once:\n%',
    current_user, format(
      E'  CREATE ROLE concordance_reader NOLOGIN NOINHERIT;\n  CREATE ROLE concordance_writer NOLOGIN NOINHERIT;\n'
      '  CREATE ROLE concordance_system NOLOGIN NOINHERIT;\n'
      '  GRANT concordance_reader, concordance_writer, concordance_system TO %I;', current_user);
END $$;

GRANT USAGE ON SCHEMA public TO concordance_reader, concordance_writer, concordance_system;
GRANT USAGE ON SCHEMA visibility TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO concordance_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO concordance_writer, concordance_system;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO concordance_writer, concordance_system;
REVOKE ALL ON "_prisma_migrations" FROM concordance_reader, concordance_writer, concordance_system;
-- Addresses come by visibility.known_address alone.
REVOKE SELECT ON "Person" FROM concordance_reader;
GRANT SELECT (id, name, "timeZone", language, "isInstanceAdmin", "emailProvenAt", "createdAt") ON "Person" TO concordance_reader;
REVOKE ALL ON "SignInLink", "IdempotencyKey", "RateLimiterFlexible", "Job" FROM concordance_reader;
-- Nobody keeps rows of their own. Who does not own the database cannot say so, and whoever does may have said it.
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
-- What is looked up row by row.
GRANT SELECT ON visibility.known_standing, visibility.known_address, visibility.agenda_title, visibility.unlimited_text, visibility.proposed_meeting,
  visibility.demo_person, visibility.shared_meeting, visibility.put_resolution, visibility.unread_conclusion,
  visibility.readiness,
  visibility.preparing_assignment, visibility.held_event, visibility.agreed_minutes TO concordance_reader, concordance_writer, concordance_system;
