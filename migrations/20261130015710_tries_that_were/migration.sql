-- A try was made before it was told of, and not in days to come: else a customer could be given up in a minute. Rows that say
-- otherwise are named here, all in one message, before anything changes. NOT VALID: large tables are not read once more.
DO $$
DECLARE
  strays text[] := array(SELECT id::text FROM callback_attempts WHERE at > recorded_at + interval '5 minutes' ORDER BY 1 LIMIT 101);
BEGIN
  IF strays <> '{}' THEN
    RAISE EXCEPTION E'Tries that are told of before they were made, by id:\ncallback_attempts: %', array_to_string(strays[:100], ', ')
        || CASE WHEN cardinality(strays) > 100 THEN ', and more' ELSE '' END
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD CONSTRAINT "callback_attempts_happened_before" CHECK ("at" <= "recorded_at" + interval '5 minutes') NOT VALID;
