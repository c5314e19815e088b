-- Ideas are owed an answer, and stay what they were.

-- What was thought of and by whom, and what it is about. An anonymous idea stays nobody's.
CREATE TRIGGER ideas_stay_what_they_are BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN ((OLD.id, OLD.title, OLD.body, OLD.anonymous, OLD.author_id, OLD.values, OLD.created_at, OLD.answer_by)
    IS DISTINCT FROM (NEW.id, NEW.title, NEW.body, NEW.anonymous, NEW.author_id, NEW.values, NEW.created_at, NEW.answer_by))
  EXECUTE FUNCTION refuse('ideas_are_history');

-- It begins without an answer, and nothing of it was told ahead.
CREATE TRIGGER ideas_begin_unanswered BEFORE INSERT ON ideas FOR EACH ROW
  WHEN (num_nonnulls(NEW.decision, NEW.result, NEW.overdue_told_at) > 0) EXECUTE FUNCTION refuse('ideas_decisions_stand');

-- A decision stands. Only what is being tried is decided once more.
CREATE TRIGGER ideas_decisions_stand BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN (OLD.decision IN ('adopted', 'declined')
    AND (OLD.decision, OLD.reason, OLD.answered_by_id, OLD.answered_at)
      IS DISTINCT FROM (NEW.decision, NEW.reason, NEW.answered_by_id, NEW.answered_at)
    OR OLD.decision = 'trying' AND NEW.decision IS NULL)
  EXECUTE FUNCTION refuse('ideas_decisions_stand');

-- What came of it is on record: it may be told anew, and is not taken back.
CREATE TRIGGER ideas_results_stand BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN (OLD.result IS NOT NULL AND NEW.result IS NULL) EXECUTE FUNCTION refuse('ideas_decisions_stand');

-- Who had it hears within the days that the organisation says, and not in a year to come; by the one that it has before this
-- transaction. Of seven days five are worked on, and a month is more than all holidays.
CREATE FUNCTION ideas_are_answered_in_time() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organisation WHERE changed_in IS DISTINCT FROM pg_current_xact_id()
      AND NEW.answer_by <= NEW.created_at + make_interval(days => 2 * substr(idea_answer_within, 2, length(idea_answer_within) - 2)::integer + 31)) THEN
    RAISE EXCEPTION 'an idea is answered sooner' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'ideas_are_answered_in_time', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER ideas_are_answered_in_time AFTER INSERT ON ideas FOR EACH ROW EXECUTE FUNCTION ideas_are_answered_in_time();

-- A coach or an admin answers it, and tells what came of it: who was that before this transaction, and stays.
CREATE FUNCTION ideas_are_answered_by_a_coach() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who CONSTANT uuid := CASE TG_ARGV[0] WHEN 'result' THEN NEW.result_by_id ELSE NEW.answered_by_id END;
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = who AND role <> 'member' AND departed_at IS NULL
      AND changed_in IS DISTINCT FROM pg_current_xact_id() FOR KEY SHARE) OR is_leaving(who) THEN
    RAISE EXCEPTION 'a coach answers' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'ideas_are_answered_by_a_coach', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER ideas_are_answered_by_a_coach AFTER UPDATE ON ideas FOR EACH ROW
  WHEN (NEW.decision IS NOT NULL AND (OLD.decision, OLD.reason, OLD.answered_by_id, OLD.answered_at)
    IS DISTINCT FROM (NEW.decision, NEW.reason, NEW.answered_by_id, NEW.answered_at))
  EXECUTE FUNCTION ideas_are_answered_by_a_coach('answer');
CREATE TRIGGER ideas_results_are_a_coachs AFTER UPDATE ON ideas FOR EACH ROW
  WHEN (NEW.result IS NOT NULL
    AND (OLD.result, OLD.result_by_id, OLD.result_at) IS DISTINCT FROM (NEW.result, NEW.result_by_id, NEW.result_at))
  EXECUTE FUNCTION ideas_are_answered_by_a_coach('result');

-- That an answer was late stays on record, and is told of an idea alone that has none. That it is late by then, a CHECK says.
CREATE TRIGGER ideas_are_late_without_an_answer BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN (OLD.overdue_told_at IS NULL AND NEW.overdue_told_at IS NOT NULL AND NEW.decision IS NOT NULL)
  EXECUTE FUNCTION refuse('ideas_told_in_time');
CREATE TRIGGER ideas_stay_late BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN (OLD.overdue_told_at IS NOT NULL AND NEW.overdue_told_at IS DISTINCT FROM OLD.overdue_told_at)
  EXECUTE FUNCTION refuse('ideas_are_history');

CREATE TRIGGER ideas_stay BEFORE DELETE ON ideas FOR EACH ROW EXECUTE FUNCTION refuse('ideas_are_history');
CREATE TRIGGER ideas_stay_all BEFORE TRUNCATE ON ideas EXECUTE FUNCTION refuse('ideas_are_history');
CREATE TRIGGER idea_cases_are_history BEFORE UPDATE OR DELETE ON idea_cases FOR EACH ROW EXECUTE FUNCTION refuse('ideas_are_history');
CREATE TRIGGER idea_cases_stay_all BEFORE TRUNCATE ON idea_cases EXECUTE FUNCTION refuse('ideas_are_history');
CREATE TRIGGER idea_rules_are_history BEFORE UPDATE OR DELETE ON idea_rules FOR EACH ROW EXECUTE FUNCTION refuse('ideas_are_history');
CREATE TRIGGER idea_rules_stay_all BEFORE TRUNCATE ON idea_rules EXECUTE FUNCTION refuse('ideas_are_history');
CREATE TRIGGER idea_supports_are_history BEFORE UPDATE OR DELETE ON idea_supports FOR EACH ROW EXECUTE FUNCTION refuse('ideas_are_history');
CREATE TRIGGER idea_supports_stay_all BEFORE TRUNCATE ON idea_supports EXECUTE FUNCTION refuse('ideas_are_history');

-- Nobody supports their own idea. Its author never changes, so one look is enough.
CREATE FUNCTION idea_supports_are_of_others() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM ideas WHERE id = NEW.idea_id AND author_id = NEW.employee_id) THEN
    RAISE EXCEPTION 'nobody supports their own idea' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'idea_supports_are_of_others', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER idea_supports_are_of_others AFTER INSERT ON idea_supports FOR EACH ROW
  EXECUTE FUNCTION idea_supports_are_of_others();

-- That an answer is late is told once, whatever the code does.
CREATE UNIQUE INDEX events_tell_of_a_late_idea_once ON events ((data ->> 'ideaId')) WHERE type = 'idea.overdue';
