SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
-- Who took part are employees.
ALTER TABLE contacts ADD CONSTRAINT contacts_are_of_their_form CHECK (participants = '[]'
  OR are_texts(participants, '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')) NOT VALID;
--> statement-breakpoint
-- Rows of before that are of no such form are named here, all in one message: nothing changes then.
DO $$
DECLARE
  law record;
  key text;
  strays text[];
  message text := '';
BEGIN
  FOR law IN SELECT conrelid::regclass AS here, conname, pg_get_expr(conbin, conrelid) AS form FROM pg_constraint WHERE conname = ANY('{
    api_keys_are_of_their_form, cases_channel_is_known, cases_are_of_their_form, notes_author_is_known,
    customer_facts_by_is_known, customer_merges_by_is_known, customers_channel_is_known,
    deviations_are_of_their_form, gestures_are_of_their_form, ideas_are_of_their_form, imports_started_by_is_known,
    organisation_currency_is_a_code, teams_are_of_their_form, webhooks_are_of_their_form,
    case_corrections_by_is_known, contacts_are_of_their_form
  }'::text[]) ORDER BY conname LOOP
    SELECT string_agg(quote_ident(attname), ', ') INTO key
    FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey) WHERE indrelid = law.here AND indisprimary;
    EXECUTE format('SELECT array(SELECT concat_ws(''/'', %s) FROM %s WHERE NOT (%s) ORDER BY 1 LIMIT 101)', key, law.here, law.form)
      INTO strays;
    IF strays <> '{}' THEN
      message := message || format(E'\n%s (%s): %s', law.here, law.conname, array_to_string(strays[:100], ', '))
        || CASE WHEN cardinality(strays) > 100 THEN ', and more' ELSE '' END;
    ELSE
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', law.here, law.conname);
    END IF;
  END LOOP;
  IF message <> '' THEN
    RAISE EXCEPTION 'Rows that are not of the form that they need, by table and id:%', message
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;
