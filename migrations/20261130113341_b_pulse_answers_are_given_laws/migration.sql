-- Whoever closes a week writes its answers anew: open weeks that hold more of them than were given, or more words than answers, are
-- named, all in one message, before anything changes.
DO $$
DECLARE
  strays text;
BEGIN
  SELECT string_agg(week, ', ' ORDER BY week) INTO strays FROM pulse_rounds r WHERE closed_at IS NULL
    AND ((SELECT count(*) FROM pulse_answers WHERE week = r.week)
        > (SELECT count(*) FROM pulse_givers WHERE week = r.week AND claim IS NULL)
      OR (SELECT count(*) FROM pulse_words WHERE week = r.week) > (SELECT count(*) FROM pulse_answers WHERE week = r.week));
  IF strays IS NOT NULL THEN
    RAISE EXCEPTION 'Open weeks of the pulse with more answers than givers, or more words than answers:
pulse_rounds: %', strays
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
-- There are no more answers in a week than somebody has given for good, and no more words than answers.
CREATE FUNCTION pulse_answers_are_given() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT 1 AS giver, 0 AS answer, 0 AS words, week FROM pulse_givers
        WHERE claim IS NULL AND week IN (SELECT week FROM changed)
      UNION ALL SELECT 0, 1, 0, week FROM pulse_answers WHERE week IN (SELECT week FROM changed)
      UNION ALL SELECT 0, 0, 1, week FROM pulse_words WHERE week IN (SELECT week FROM changed)) g
      GROUP BY week HAVING sum(answer) > sum(giver) OR sum(words) > sum(answer)) THEN
    RAISE EXCEPTION 'nobody has given it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'pulse_answers_are_given', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER pulse_answers_were_given AFTER INSERT ON pulse_answers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_answers_are_given();
--> statement-breakpoint
CREATE TRIGGER pulse_words_were_given AFTER INSERT ON pulse_words REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_answers_are_given();
