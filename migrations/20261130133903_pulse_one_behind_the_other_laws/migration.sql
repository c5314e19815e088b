-- There are no more answers in a week than somebody has given for good, and no more words than answers.
CREATE OR REPLACE FUNCTION pulse_answers_are_given() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Whoever writes at the same time comes behind, or writes to a week that has changed since they looked.
  UPDATE pulse_rounds SET closed_at = closed_at WHERE week IN (SELECT week FROM changed);
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
