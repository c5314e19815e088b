-- The roles of reporting tools, and what they may read. Run it once, as whoever owns the database of Eigenaar:
--
--   psql "$DATABASE_URL" -f docs/reporting-roles.sql
--
-- It may run again. Where a managed database lets you make no roles, make them in its console and run this for the grants.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['reporting', 'reporting_contacts'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION
        WHEN insufficient_privilege THEN
          RAISE NOTICE 'The role % could not be made: make it as an administrator, and run this again.', wanted;
          CONTINUE;
        WHEN duplicate_object OR unique_violation THEN
          NULL;
      END;
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA reporting TO %I', wanted);
    EXECUTE format('GRANT SELECT ON reporting.cases, reporting.promises, reporting.contacts, reporting.consultations,
      reporting.gestures, reporting.deviations, reporting.satisfaction, reporting.pulse, reporting.customers, reporting.teams, reporting.topics TO %I', wanted);
    IF wanted = 'reporting_contacts' THEN
      EXECUTE 'GRANT SELECT ON reporting.customer_contacts TO reporting_contacts';
    END IF;
  END LOOP;
END $$;
