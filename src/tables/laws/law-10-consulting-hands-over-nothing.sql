-- Law 10, consulting hands over nothing. Who asks whom, about what, and that what ended stays as it ended.

-- The owner of an open case asks, or who stands in for them, and asks somebody else who works here; never whom the
-- case is about, nor who stands in for that employee. The case is held, so that it does not end meanwhile, and so is
-- the colleague, so that they do not leave.
CREATE FUNCTION consultations_ask() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  IF NEW.state <> 'open' OR NEW.helpful IS NOT NULL OR NEW.overdue_told_at IS NOT NULL THEN
    RAISE EXCEPTION 'a consultation begins open' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_begin_open', TABLE = TG_TABLE_NAME;
  END IF;
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id AND callback_id IS NOT NULL FOR KEY SHARE;
  IF NOT FOUND OR kase.team_id <> NEW.own_team_id THEN
    RAISE EXCEPTION 'a colleague is asked about an open case, in the name of its team' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_are_of_open_cases', TABLE = TG_TABLE_NAME;
  END IF;
  IF NOT speaks_for(NEW.asked_by_id, kase.owner_id, NEW.asked_at) OR is_hidden_from(NEW.asked_by_id, kase.about_employee_id, kase.owner_id, NEW.asked_at) THEN
    RAISE EXCEPTION 'the owner asks, or who stands in for them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM employees WHERE id = NEW.consulted_id AND departed_at IS NULL AND id <> kase.owner_id
    AND id IS DISTINCT FROM kase.about_employee_id FOR SHARE;
  IF NOT FOUND OR EXISTS (SELECT FROM stand_ins
      WHERE owner_id = kase.about_employee_id AND stand_in_id = NEW.consulted_id
      AND from_at <= NEW.asked_at AND NEW.asked_at < until_at) THEN
    RAISE EXCEPTION 'a colleague is asked who is there and may know of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_ask_a_colleague', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER consultations_ask AFTER INSERT ON consultations FOR EACH ROW EXECUTE FUNCTION consultations_ask();

-- It is told of in the transaction in which it is asked, so that its case changes in it: whoever ends the case meanwhile, at
-- REPEATABLE READ too, does not do so on what it was before. An event that was written ahead would spare that.
CREATE FUNCTION consultations_are_told_of_at_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events WHERE about_id = NEW.id AND type = NEW.told_as AND case_id = NEW.case_id
      AND tx = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'the history tells of it, at once' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_are_told_of', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER consultations_are_told_of_at_once AFTER INSERT ON consultations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION consultations_are_told_of_at_once();

-- What was asked, of whom and until when is never changed.
CREATE TRIGGER consultations_are_asked_once BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN ((OLD.id, OLD.case_id, OLD.asked_by_id, OLD.consulted_id, OLD.team_id, OLD.topic_id, OLD.kind,
      OLD.question, OLD.need_by, OLD.own_team_id, OLD.outside, OLD.asked_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.asked_by_id, NEW.consulted_id, NEW.team_id, NEW.topic_id, NEW.kind,
      NEW.question, NEW.need_by, NEW.own_team_id, NEW.outside, NEW.asked_at))
  EXECUTE FUNCTION refuse('consultations_are_final');

-- What has ended stays as it ended, but for whether it helped.
CREATE TRIGGER consultations_are_final BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.state <> 'open'
    AND (OLD.state, OLD.closed_at, OLD.answer, OLD.reason, OLD.might_know_id, OLD.overdue_told_at, OLD.version)
      IS DISTINCT FROM
      (NEW.state, NEW.closed_at, NEW.answer, NEW.reason, NEW.might_know_id, NEW.overdue_told_at, NEW.version))
  EXECUTE FUNCTION refuse('consultations_are_final');
CREATE TRIGGER consultations_stay BEFORE DELETE ON consultations FOR EACH ROW
  EXECUTE FUNCTION refuse('consultations_are_final');
CREATE TRIGGER consultations_stay_all BEFORE TRUNCATE ON consultations
  EXECUTE FUNCTION refuse('consultations_are_final');

-- That an answer is late was told, and is not told once more.
CREATE TRIGGER consultations_are_told_once BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.overdue_told_at IS NOT NULL AND NEW.overdue_told_at IS DISTINCT FROM OLD.overdue_told_at)
  EXECUTE FUNCTION refuse('consultations_are_final');

-- Whether it helped is said, or said otherwise: nobody writes that again which stands there, so that it could be told of once more.
CREATE TRIGGER consultations_are_rated_anew BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.state = 'answered' AND OLD.helpful IS NOT DISTINCT FROM NEW.helpful AND OLD.version = NEW.version)
  EXECUTE FUNCTION refuse('consultations_are_final');

-- A case that has ended asks nobody anything. Deferred, since both end in one go.
CREATE FUNCTION consultations_end_with_their_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM consultations x JOIN cases c ON c.id = x.case_id
      WHERE c.id = NEW.id AND c.callback_id IS NULL AND x.state = 'open') THEN
    RAISE EXCEPTION 'a case that has ended asks nobody anything' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'consultations_end_with_their_case', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER consultations_end_with_their_case AFTER UPDATE ON cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.callback_id IS NOT NULL AND NEW.callback_id IS NULL) EXECUTE FUNCTION consultations_end_with_their_case();

-- That an answer is late is told once, whatever the code does.
CREATE UNIQUE INDEX events_tell_of_a_late_answer_once ON events ((data ->> 'consultationId'))
  WHERE type = 'consultation.overdue';
