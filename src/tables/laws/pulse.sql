-- What employees answer is nobody’s: who has answered and what was answered have nothing in common but the week.

-- A closed week stays as it is. Whoever writes holds the week, so that it isn’t closed meanwhile.
CREATE FUNCTION pulse_rounds_stay_closed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM (
      SELECT r.closed_at FROM pulse_rounds r WHERE r.week IN (SELECT c.week FROM changed c) FOR SHARE
    ) held WHERE held.closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the week is closed' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'pulse_rounds_stay_closed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER pulse_answers_come_in_time AFTER INSERT ON pulse_answers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_rounds_stay_closed();
CREATE TRIGGER pulse_answers_stay AFTER DELETE ON pulse_answers REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_rounds_stay_closed();
CREATE TRIGGER pulse_words_come_in_time AFTER INSERT ON pulse_words REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_rounds_stay_closed();
CREATE TRIGGER pulse_words_stay AFTER DELETE ON pulse_words REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_rounds_stay_closed();
CREATE TRIGGER pulse_givers_come_in_time AFTER INSERT ON pulse_givers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_rounds_stay_closed();

-- Nobody answers twice: who has answered is known until the week is closed, and stays who it is; and whose answer no longer waits
-- has answered for good.
CREATE FUNCTION pulse_givers_are_remembered() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM gone g JOIN pulse_rounds r ON r.week = g.week WHERE r.closed_at IS NULL) THEN
    RAISE EXCEPTION 'the week is not closed yet' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'pulse_givers_are_remembered', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER pulse_givers_are_remembered AFTER DELETE ON pulse_givers REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_givers_are_remembered();
CREATE TRIGGER pulse_givers_stay_who_they_are BEFORE UPDATE ON pulse_givers FOR EACH ROW
  WHEN ((OLD.week, OLD.employee_id) IS DISTINCT FROM (NEW.week, NEW.employee_id) OR (OLD.claim IS NULL AND NEW.claim IS NOT NULL))
  EXECUTE FUNCTION refuse('pulse_givers_are_remembered');

-- There are no more answers in a week than somebody has given for good, and no more words than answers.
CREATE FUNCTION pulse_answers_are_given() RETURNS trigger
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

CREATE TRIGGER pulse_answers_were_given AFTER INSERT ON pulse_answers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_answers_are_given();
CREATE TRIGGER pulse_words_were_given AFTER INSERT ON pulse_words REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_answers_are_given();

-- An answer is written anew together with all of its week, and never changed by itself.
CREATE TRIGGER pulse_answers_are_history BEFORE UPDATE ON pulse_answers FOR EACH ROW EXECUTE FUNCTION refuse('pulse_is_history');
CREATE TRIGGER pulse_words_are_history BEFORE UPDATE ON pulse_words FOR EACH ROW EXECUTE FUNCTION refuse('pulse_is_history');
CREATE TRIGGER pulse_answers_stay_all BEFORE TRUNCATE ON pulse_answers EXECUTE FUNCTION refuse('pulse_is_history');
CREATE TRIGGER pulse_words_stay_all BEFORE TRUNCATE ON pulse_words EXECUTE FUNCTION refuse('pulse_is_history');

-- A week is closed once, and its end stays.
CREATE TRIGGER pulse_rounds_close_once BEFORE UPDATE ON pulse_rounds FOR EACH ROW
  WHEN ((OLD.week, OLD.ends_at) IS DISTINCT FROM (NEW.week, NEW.ends_at) OR OLD.closed_at IS NOT NULL)
  EXECUTE FUNCTION refuse('pulse_is_history');
CREATE TRIGGER pulse_rounds_stay BEFORE DELETE ON pulse_rounds FOR EACH ROW EXECUTE FUNCTION refuse('pulse_is_history');
CREATE TRIGGER pulse_rounds_stay_all BEFORE TRUNCATE ON pulse_rounds EXECUTE FUNCTION refuse('pulse_is_history');

-- What was shared is known.
CREATE TRIGGER pulse_shares_stay BEFORE UPDATE OR DELETE ON pulse_shares FOR EACH ROW EXECUTE FUNCTION refuse('pulse_is_history');
CREATE TRIGGER pulse_shares_stay_all BEFORE TRUNCATE ON pulse_shares EXECUTE FUNCTION refuse('pulse_is_history');
