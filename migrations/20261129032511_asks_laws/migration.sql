-- The owner decides, or who stands in for them, and nobody on a complaint about themselves. The case is held, so that
-- it does not get another owner meanwhile.
CREATE OR REPLACE FUNCTION gestures_are_the_owners() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'granted' THEN
    RAISE EXCEPTION 'a gesture begins as granted' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_begin_granted', TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM cases WHERE id = NEW.case_id AND owner_id = NEW.owner_id AND team_id = NEW.team_id
    AND about_employee_id IS DISTINCT FROM NEW.granted_by_id FOR KEY SHARE;
  IF NOT FOUND OR NOT speaks_for(NEW.granted_by_id, NEW.owner_id,
      coalesce((SELECT asked_at FROM asks WHERE id = NEW.ask_id), NEW.granted_at)) THEN
    RAISE EXCEPTION 'the owner decides on a gesture' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A gesture stands in the ledger of its case and of each budget that it falls under, and so does its end; one that was
-- asked for is outside of them, and comes about as its ask does. Deferred, since the lines refer to the gesture.
CREATE OR REPLACE FUNCTION gestures_are_in_the_ledger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ended text;
BEGIN
  IF NEW.ask_id IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM asks k JOIN gestures g ON g.ask_id = k.id
        WHERE g.id = NEW.id AND g.case_id = k.case_id AND (g.state = 'refused') = (k.state IN ('refused', 'withdrawn'))
          AND g.granted_at = CASE WHEN k.state = 'granted' THEN k.closed_at ELSE k.answer_by END) THEN
      RAISE EXCEPTION 'a gesture that was asked for comes about as its ask does' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'gestures_follow_their_ask', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' AND (NOT EXISTS (SELECT FROM ledger l JOIN spending_accounts a ON a.id = l.account_id
        WHERE l.gesture_id = NEW.id AND l.phase = 'granted' AND a.case_id = NEW.case_id)
      OR EXISTS (SELECT FROM budgets b WHERE (b.team_id = NEW.team_id OR b.employee_id = NEW.granted_by_id)
        AND NOT EXISTS (SELECT FROM ledger l JOIN spending_accounts a ON a.id = l.account_id
          WHERE l.gesture_id = NEW.id AND l.phase = 'granted' AND a.budget_id = b.id))) THEN
    RAISE EXCEPTION 'a gesture counts by all its limits' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_are_in_the_ledger', TABLE = TG_TABLE_NAME;
  END IF;
  SELECT nullif(state, 'granted') INTO ended FROM gestures WHERE id = NEW.id;
  IF ended IS NOT NULL AND EXISTS (SELECT FROM ledger l WHERE l.gesture_id = NEW.id AND l.phase = 'granted'
      AND NOT EXISTS (SELECT FROM ledger e
        WHERE e.account_id = l.account_id AND e.gesture_id = l.gesture_id AND e.phase = ended)) THEN
    RAISE EXCEPTION 'the end of a gesture is in the ledger' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_end_in_the_ledger', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The owner of an open case asks, or who stands in for them, within what may be asked for at this moment.
CREATE FUNCTION asks_are_the_owners() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  SELECT ask_ceiling INTO NEW.ceiling FROM organisation;
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id AND callback_id IS NOT NULL FOR KEY SHARE;
  IF NEW.state <> 'open' OR NOT FOUND OR kase.team_id <> NEW.team_id
      OR NOT speaks_for(NEW.asked_by_id, kase.owner_id, NEW.asked_at)
      OR kase.about_employee_id IS NOT DISTINCT FROM NEW.asked_by_id THEN
    RAISE EXCEPTION 'the owner of an open case asks' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Each ask has its gesture, which comes about or does not. Deferred, since both refer to each other.
CREATE FUNCTION asks_have_their_gesture() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM asks k JOIN gestures g ON g.ask_id = k.id
      WHERE k.id = NEW.id AND (g.state = 'refused') = (k.state IN ('refused', 'withdrawn'))
        AND g.granted_at = CASE WHEN k.state = 'granted' THEN k.closed_at ELSE k.answer_by END) THEN
    RAISE EXCEPTION 'an ask has its gesture' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_follow_their_ask', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What nobody has answered ends with its case, unless silence has granted it by then.
CREATE FUNCTION asks_end_with_their_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM asks k JOIN cases c ON c.id = k.case_id
      WHERE c.id = NEW.id AND c.callback_id IS NULL AND k.state = 'open' AND k.answer_by > c.resolved_at) THEN
    RAISE EXCEPTION 'a case that has ended asks for nothing' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_end_with_their_case', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- That silence has granted it is told once, whatever the code does.
CREATE UNIQUE INDEX events_tell_of_silence_once ON events ((data ->> 'askId'))
  WHERE type = 'ask.granted-by-silence';
--> statement-breakpoint
-- What was granted stays, and so does how it ended. What was asked for begins when it is answered with yes, and so
-- sooner than by silence.
CREATE OR REPLACE TRIGGER gestures_are_final BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (OLD.state <> 'granted'
    OR (OLD.id, OLD.case_id, OLD.team_id, OLD.owner_id, OLD.granted_by_id, OLD.kind, OLD.amount, OLD.currency,
        OLD.reason, OLD.values, OLD.ask_id)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.team_id, NEW.owner_id, NEW.granted_by_id, NEW.kind, NEW.amount,
        NEW.currency, NEW.reason, NEW.values, NEW.ask_id)
    OR (OLD.granted_at <> NEW.granted_at AND (OLD.ask_id IS NULL OR NEW.granted_at > OLD.granted_at)))
  EXECUTE FUNCTION refuse('gestures_are_final');
--> statement-breakpoint
CREATE TRIGGER asks_are_the_owners BEFORE INSERT ON asks FOR EACH ROW EXECUTE FUNCTION asks_are_the_owners();
--> statement-breakpoint
-- What was asked stays, and so does how it ended. Whether silence has granted it, its moments say: asks_silence_is_yes.
CREATE TRIGGER asks_are_final BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.state <> 'open'
    OR (OLD.id, OLD.case_id, OLD.team_id, OLD.asked_by_id, OLD.wish, OLD.amount, OLD.currency, OLD.ceiling, OLD.reason,
        OLD.asked_at, OLD.answer_by)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.team_id, NEW.asked_by_id, NEW.wish, NEW.amount, NEW.currency,
        NEW.ceiling, NEW.reason, NEW.asked_at, NEW.answer_by))
  EXECUTE FUNCTION refuse('asks_are_final');
--> statement-breakpoint
CREATE TRIGGER asks_stay BEFORE DELETE ON asks FOR EACH ROW EXECUTE FUNCTION refuse('asks_are_final');
--> statement-breakpoint
CREATE TRIGGER asks_stay_all BEFORE TRUNCATE ON asks EXECUTE FUNCTION refuse('asks_are_final');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER asks_have_their_gesture AFTER INSERT OR UPDATE ON asks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION asks_have_their_gesture();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER asks_end_with_their_case AFTER UPDATE ON cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.callback_id IS NOT NULL AND NEW.callback_id IS NULL) EXECUTE FUNCTION asks_end_with_their_case();
