-- A danger is to the owner of now, and reported by them, who stands in for them, a coach or an admin; and it is confirmed by a coach, an
-- admin, or a teammate where there is no other of these. Both work here. Who becomes a coach or a teammate in this very
-- transaction is none yet, and who ceases to be a coach, or begins to leave, still is one.
CREATE OR REPLACE FUNCTION successions_are_confirmed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM cases
      WHERE id = NEW.case_id AND owner_id = NEW.from_owner_id FOR KEY SHARE))
    OR (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM employees WHERE id = NEW.reported_by_id AND departed_at IS NULL
      AND ((role <> 'member' AND changed_in IS DISTINCT FROM pg_current_xact_id())
        OR speaks_for(id, NEW.from_owner_id, NEW.requested_at)) FOR KEY SHARE))
    OR (NEW.confirmed_by_id IS NOT NULL AND NOT EXISTS (SELECT FROM employees
      WHERE id = NEW.confirmed_by_id AND departed_at IS NULL AND changed_in IS DISTINCT FROM pg_current_xact_id()
        AND (role <> 'member' OR EXISTS (SELECT FROM cases c WHERE c.id = NEW.case_id AND c.team_id = active_team_id
          AND NOT EXISTS (SELECT FROM employees x WHERE (x.changed_in = pg_current_xact_id() OR (x.role <> 'member'
              AND x.departed_at IS NULL AND NOT EXISTS (SELECT FROM departures d
                WHERE d.employee_id = x.id AND d.changed_in IS DISTINCT FROM pg_current_xact_id())))
            AND x.id <> ALL (array[NEW.from_owner_id, NEW.reported_by_id])
            AND x.id IS DISTINCT FROM c.about_employee_id))) FOR KEY SHARE)) THEN
    RAISE EXCEPTION 'nobody who may says so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What is given is given by the limit of this moment, whatever the writer says that it is: for a case the lower ceiling
-- of its team and the organisation, for a budget its amount. The checks ledger_within_… compare. A lower ceiling is for
-- what is given from then on. A budget pays in its own period; fifteen hours are more than any clock is from UTC. What is held
-- by an account is a gesture of its own case, team, employee or outreach, and no other's: all of these stay as they are.
CREATE OR REPLACE FUNCTION ledger_by_the_limit() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  account spending_accounts;
  given gestures;
BEGIN
  NEW.ceiling := NULL;
  IF NEW.phase = 'granted' THEN
    SELECT * INTO account FROM spending_accounts WHERE id = NEW.account_id;
    SELECT * INTO given FROM gestures WHERE id = NEW.gesture_id;
    IF FOUND AND (given.ask_id IS NOT NULL OR account.outreach_id IS DISTINCT FROM given.outreach_id
        OR (account.case_id IS NOT NULL AND account.case_id <> given.case_id)
        OR (account.budget_id IS NOT NULL AND NOT EXISTS (SELECT FROM budgets WHERE id = account.budget_id
          AND (team_id = given.team_id OR employee_id = given.granted_by_id)))) THEN
      RAISE EXCEPTION 'an account holds what is its own' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'ledger_is_of_its_account', TABLE = TG_TABLE_NAME;
    END IF;
    IF account.case_id IS NOT NULL THEN
      SELECT least(o.gesture_ceiling, a.gesture_ceiling) INTO NEW.ceiling
        FROM cases c JOIN agreements a ON a.team_id = c.team_id CROSS JOIN organisation o
        WHERE c.id = account.case_id AND c.team_changed_in IS DISTINCT FROM pg_current_xact_id()
          AND a.changed_in IS DISTINCT FROM pg_current_xact_id() AND o.changed_in IS DISTINCT FROM pg_current_xact_id();
    ELSIF account.outreach_id IS NOT NULL THEN
      SELECT budget INTO NEW.ceiling FROM outreaches WHERE id = account.outreach_id;
    ELSE
      SELECT amount INTO NEW.ceiling FROM budgets WHERE id = account.budget_id
        AND changed_in IS DISTINCT FROM pg_current_xact_id();
      IF NEW.at < account.starts_on::timestamp AT TIME ZONE 'UTC' - '15 hours'::interval
          OR NEW.at >= account.ends_on::timestamp AT TIME ZONE 'UTC' + '15 hours'::interval THEN
        RAISE EXCEPTION 'a budget pays in its own period' USING
          ERRCODE = 'check_violation', CONSTRAINT = 'ledger_in_its_period', TABLE = TG_TABLE_NAME;
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Whoever decides on it takes it back as well: the owner of this moment, or who stands in for them.
CREATE FUNCTION gestures_are_taken_back_by_the_owner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND about_employee_id IS DISTINCT FROM NEW.withdrawn_by_id
      AND speaks_for(NEW.withdrawn_by_id, owner_id, NEW.ended_at) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the owner decides on a gesture' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A no may come as soon as somebody can hear of the ask, and so not before its transaction is over: what is asked for is neither
-- paid nor granted by silence in that one, however short the time for an answer is.
CREATE FUNCTION gestures_wait_for_an_answer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM asks WHERE id = NEW.ask_id AND made_in = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'nobody could answer yet' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_follow_their_ask', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- The owner of an open case asks, or who stands in for them, within what may be asked for at this moment.
CREATE OR REPLACE FUNCTION asks_are_the_owners() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  NEW.ceiling := NULL;
  NEW.made_in := pg_current_xact_id();
  SELECT ask_ceiling INTO NEW.ceiling FROM organisation
    WHERE changed_in IS DISTINCT FROM pg_current_xact_id();
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
-- A coach of the team answers, a coach of no team, or an admin, who works here; and was that before this transaction.
CREATE OR REPLACE FUNCTION asks_are_answered_by_a_coach() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM employees WHERE id = NEW.answered_by_id AND departed_at IS NULL
    AND changed_in IS DISTINCT FROM pg_current_xact_id()
    AND (role = 'admin' OR (role = 'coach' AND coalesce(team_id, NEW.team_id) = NEW.team_id)) FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a coach answers' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_are_answered_by_a_coach', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- As agreements do (law 8), it says in which transaction somebody became what they are here, or began to leave.
CREATE TRIGGER employees_know_their_transaction BEFORE INSERT ON employees FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE TRIGGER employees_change_in_a_transaction BEFORE UPDATE ON employees FOR EACH ROW
  WHEN ((OLD.role, OLD.team_id, OLD.departed_at, OLD.changed_in)
    IS DISTINCT FROM (NEW.role, NEW.team_id, NEW.departed_at, NEW.changed_in))
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE TRIGGER departures_know_their_transaction BEFORE INSERT OR UPDATE ON departures FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE TRIGGER gestures_are_taken_back_by_the_owner AFTER UPDATE ON gestures FOR EACH ROW
  WHEN (OLD.withdrawn_by_id IS DISTINCT FROM NEW.withdrawn_by_id AND NEW.withdrawn_by_id IS NOT NULL)
  EXECUTE FUNCTION gestures_are_taken_back_by_the_owner();
--> statement-breakpoint
CREATE TRIGGER gestures_wait_for_an_answer BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (NEW.ask_id IS NOT NULL AND OLD.state <> NEW.state AND NEW.state = 'fulfilled') EXECUTE FUNCTION gestures_wait_for_an_answer();
--> statement-breakpoint
CREATE TRIGGER asks_wait_for_an_answer BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (NEW.by_silence AND OLD.made_in = pg_current_xact_id()) EXECUTE FUNCTION refuse('asks_silence_is_yes');
--> statement-breakpoint
-- What was asked stays, and so does how it ended. Whether silence has granted it, its moments say: asks_silence_is_yes.
CREATE OR REPLACE TRIGGER asks_are_final BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.state <> 'open'
    OR (OLD.id, OLD.case_id, OLD.team_id, OLD.asked_by_id, OLD.wish, OLD.amount, OLD.currency, OLD.ceiling, OLD.reason,
        OLD.asked_at, OLD.answer_by, OLD.made_in)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.team_id, NEW.asked_by_id, NEW.wish, NEW.amount, NEW.currency,
        NEW.ceiling, NEW.reason, NEW.asked_at, NEW.answer_by, NEW.made_in))
  EXECUTE FUNCTION refuse('asks_are_final');
