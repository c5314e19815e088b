-- Law 13, the answer is yes: a gesture is granted by the owner alone, and no limit is passed. What was given stands in
-- the ledger, line by line; each line carries the balance on from the line before it, and so no two may be written at
-- once for one account. The rest is declared in src/tables/ledger.ts.

-- An account says what its last line says.
ALTER TABLE spending_accounts ADD CONSTRAINT spending_accounts_say_what_the_ledger_says
  FOREIGN KEY (id, last_line, spent, fulfilled) REFERENCES ledger (account_id, number, balance, fulfilled);

-- What it is of stays, and it goes on line by line.
CREATE TRIGGER spending_accounts_go_on BEFORE UPDATE ON spending_accounts FOR EACH ROW
  WHEN ((OLD.id, OLD.case_id, OLD.budget_id, OLD.outreach_id, OLD.period, OLD.starts_on, OLD.ends_on)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.budget_id, NEW.outreach_id, NEW.period, NEW.starts_on, NEW.ends_on)
    OR NEW.lines <> OLD.lines + 1 OR NEW.last_at IS NULL OR NEW.last_at < OLD.last_at)
  EXECUTE FUNCTION refuse('spending_accounts_go_on');
CREATE TRIGGER spending_accounts_stay BEFORE DELETE ON spending_accounts FOR EACH ROW
  EXECUTE FUNCTION refuse('spending_accounts_go_on');
CREATE TRIGGER spending_accounts_stay_all BEFORE TRUNCATE ON spending_accounts
  EXECUTE FUNCTION refuse('spending_accounts_go_on');

-- What is given is given by the limit of this moment, whatever the writer says that it is: for a case the lower ceiling
-- of its team and the organisation, for a budget its amount. The checks ledger_within_… compare. A lower ceiling is for
-- what is given from then on. A budget pays in its own period, from midnight to midnight of the organisation; where its time zone is newer than
-- the database, fifteen hours are more than any clock is from UTC. What is held
-- by an account is a gesture of its own case, team, employee or outreach, and no other's: all of these stay as they are.
CREATE FUNCTION day_at(moment timestamptz, zone text) RETURNS date
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (moment AT TIME ZONE zone)::date;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN NULL;
END $$;

CREATE FUNCTION ledger_by_the_limit() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  account spending_accounts;
  given gestures;
  today date;
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
      SELECT day_at(NEW.at, time_zone) INTO today FROM organisation WHERE changed_in IS DISTINCT FROM pg_current_xact_id();
      IF NOT FOUND OR (CASE WHEN today IS NOT NULL THEN today < account.starts_on OR today >= account.ends_on
          ELSE NEW.at < account.starts_on::timestamp AT TIME ZONE 'UTC' - '15 hours'::interval
            OR NEW.at >= account.ends_on::timestamp AT TIME ZONE 'UTC' + '15 hours'::interval END) THEN
        RAISE EXCEPTION 'a budget pays in its own period' USING
          ERRCODE = 'check_violation', CONSTRAINT = 'ledger_in_its_period', TABLE = TG_TABLE_NAME;
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- As agreements do (law 8), limits say in which transaction they changed.
CREATE TRIGGER organisation_knows_its_transaction BEFORE UPDATE ON organisation FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
CREATE TRIGGER budgets_know_their_transaction BEFORE UPDATE ON budgets FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();

CREATE TRIGGER ledger_by_the_limit BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_by_the_limit();

-- The account goes along with its ledger, in the same statement. Who writes a line behind another that is not the last
-- one finds no account to change.
CREATE FUNCTION ledger_moves_its_account() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE spending_accounts SET lines = NEW.number, spent = NEW.balance, fulfilled = NEW.fulfilled, last_at = NEW.at
    WHERE id = NEW.account_id AND lines = NEW.number - 1 AND (last_at IS NULL OR last_at <= NEW.at);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a line follows the last one' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'ledger_goes_on', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER ledger_moves_its_account AFTER INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_moves_its_account();

-- Nothing in the ledger is ever changed: what takes something back is another line.
CREATE TRIGGER ledger_is_final BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION refuse('ledger_is_final');
CREATE TRIGGER ledger_stays BEFORE TRUNCATE ON ledger EXECUTE FUNCTION refuse('ledger_is_final');

-- Whose a budget is stays, and for which period, and in which currency; how much it is may change.
CREATE TRIGGER budgets_are_somebodys BEFORE UPDATE ON budgets FOR EACH ROW
  WHEN ((OLD.id, OLD.team_id, OLD.employee_id, OLD.period, OLD.currency, OLD.created_at)
    IS DISTINCT FROM (NEW.id, NEW.team_id, NEW.employee_id, NEW.period, NEW.currency, NEW.created_at))
  EXECUTE FUNCTION refuse('budgets_stay');
CREATE TRIGGER budgets_stay BEFORE DELETE ON budgets FOR EACH ROW EXECUTE FUNCTION refuse('budgets_stay');
CREATE TRIGGER budgets_stay_all BEFORE TRUNCATE ON budgets EXECUTE FUNCTION refuse('budgets_stay');

-- The owner decides, or who stands in for them, and nobody on a complaint about themselves. The case is held, so that
-- it does not get another owner meanwhile.
CREATE FUNCTION gestures_are_the_owners() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  decided CONSTANT timestamptz := coalesce((SELECT asked_at FROM asks WHERE id = NEW.ask_id), NEW.granted_at);
BEGIN
  IF NEW.state <> 'granted' THEN
    RAISE EXCEPTION 'a gesture begins as granted' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_begin_granted', TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM cases WHERE id = NEW.case_id AND owner_id = NEW.owner_id AND team_id = NEW.team_id
    AND NOT is_hidden_from(NEW.granted_by_id, about_employee_id, owner_id, decided) FOR KEY SHARE;
  IF NOT FOUND OR NOT speaks_for(NEW.granted_by_id, NEW.owner_id, decided) THEN
    RAISE EXCEPTION 'the owner decides on a gesture' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER gestures_are_the_owners AFTER INSERT ON gestures FOR EACH ROW EXECUTE FUNCTION gestures_are_the_owners();

-- Whoever decides on it takes it back as well: the owner of this moment, or who stands in for them.
CREATE FUNCTION gestures_are_taken_back_by_the_owner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id
      AND NOT is_hidden_from(NEW.withdrawn_by_id, about_employee_id, owner_id, NEW.ended_at)
      AND speaks_for(NEW.withdrawn_by_id, owner_id, NEW.ended_at) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the owner decides on a gesture' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER gestures_are_taken_back_by_the_owner AFTER UPDATE ON gestures FOR EACH ROW
  WHEN (OLD.withdrawn_by_id IS DISTINCT FROM NEW.withdrawn_by_id AND NEW.withdrawn_by_id IS NOT NULL)
  EXECUTE FUNCTION gestures_are_taken_back_by_the_owner();

-- What was granted stays, and so does how it ended. What was asked for begins when it is answered with yes, and so
-- sooner than by silence.
CREATE TRIGGER gestures_are_final BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (OLD.state <> 'granted'
    OR (OLD.id, OLD.case_id, OLD.team_id, OLD.owner_id, OLD.granted_by_id, OLD.kind, OLD.amount, OLD.currency,
        OLD.reason, OLD.values, OLD.ask_id, OLD.outreach_id)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.team_id, NEW.owner_id, NEW.granted_by_id, NEW.kind, NEW.amount,
        NEW.currency, NEW.reason, NEW.values, NEW.ask_id, NEW.outreach_id)
    OR (OLD.granted_at <> NEW.granted_at AND (OLD.ask_id IS NULL OR NEW.granted_at > OLD.granted_at)))
  EXECUTE FUNCTION refuse('gestures_are_final');
CREATE TRIGGER gestures_stay BEFORE DELETE ON gestures FOR EACH ROW EXECUTE FUNCTION refuse('gestures_are_final');
CREATE TRIGGER gestures_stay_all BEFORE TRUNCATE ON gestures EXECUTE FUNCTION refuse('gestures_are_final');

-- A gesture stands in the ledger of its case and of each budget that it falls under, and so does its end; one that was
-- asked for is outside of them, and comes about as its ask does; one that an outreach pays for stands in its account
-- alone. Deferred, since the lines refer to the gesture.
CREATE FUNCTION gestures_are_in_the_ledger() RETURNS trigger
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
        WHERE l.gesture_id = NEW.id AND l.phase = 'granted'
          AND CASE WHEN NEW.outreach_id IS NULL THEN a.case_id = NEW.case_id ELSE a.outreach_id = NEW.outreach_id END)
      OR NEW.outreach_id IS NULL AND EXISTS (SELECT FROM budgets b WHERE (b.team_id = NEW.team_id OR b.employee_id = NEW.granted_by_id)
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

CREATE CONSTRAINT TRIGGER gestures_are_in_the_ledger AFTER INSERT OR UPDATE ON gestures
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gestures_are_in_the_ledger();

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

CREATE TRIGGER gestures_wait_for_an_answer BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (NEW.ask_id IS NOT NULL AND OLD.state <> NEW.state AND NEW.state = 'fulfilled') EXECUTE FUNCTION gestures_wait_for_an_answer();
CREATE TRIGGER asks_wait_for_an_answer BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (NEW.by_silence AND OLD.made_in = pg_current_xact_id()) EXECUTE FUNCTION refuse('asks_silence_is_yes');

-- The owner of an open case asks, or who stands in for them, within what may be asked for at this moment.
CREATE FUNCTION asks_are_the_owners() RETURNS trigger
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
      OR is_hidden_from(NEW.asked_by_id, kase.about_employee_id, kase.owner_id, NEW.asked_at) THEN
    RAISE EXCEPTION 'the owner of an open case asks' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER asks_are_the_owners BEFORE INSERT ON asks FOR EACH ROW EXECUTE FUNCTION asks_are_the_owners();

-- What was asked stays, and so does how it ended. Whether silence has granted it, its moments say: asks_silence_is_yes.
CREATE TRIGGER asks_are_final BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.state <> 'open'
    OR (OLD.id, OLD.case_id, OLD.team_id, OLD.asked_by_id, OLD.wish, OLD.amount, OLD.currency, OLD.ceiling, OLD.reason,
        OLD.asked_at, OLD.answer_by, OLD.made_in)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.team_id, NEW.asked_by_id, NEW.wish, NEW.amount, NEW.currency,
        NEW.ceiling, NEW.reason, NEW.asked_at, NEW.answer_by, NEW.made_in))
  EXECUTE FUNCTION refuse('asks_are_final');
CREATE TRIGGER asks_stay BEFORE DELETE ON asks FOR EACH ROW EXECUTE FUNCTION refuse('asks_are_final');
CREATE TRIGGER asks_stay_all BEFORE TRUNCATE ON asks EXECUTE FUNCTION refuse('asks_are_final');

-- A coach of the team answers, a coach of no team, or an admin, who works here and is not leaving; and was that before this
-- transaction. Nobody does on a case that is hidden from them.
CREATE FUNCTION asks_are_answered_by_a_coach() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM employees WHERE id = NEW.answered_by_id AND departed_at IS NULL
    AND changed_in IS DISTINCT FROM pg_current_xact_id()
    AND (role = 'admin' OR (role = 'coach' AND coalesce(team_id, NEW.team_id) = NEW.team_id)) FOR KEY SHARE;
  IF NOT FOUND OR is_leaving(NEW.answered_by_id) OR EXISTS (SELECT FROM cases WHERE id = NEW.case_id
      AND is_hidden_from(NEW.answered_by_id, about_employee_id, owner_id, NEW.closed_at)) THEN
    RAISE EXCEPTION 'a coach answers' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_are_answered_by_a_coach', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER asks_are_answered_by_a_coach BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.answered_by_id IS NULL AND NEW.answered_by_id IS NOT NULL)
  EXECUTE FUNCTION asks_are_answered_by_a_coach();

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

CREATE CONSTRAINT TRIGGER asks_have_their_gesture AFTER INSERT OR UPDATE ON asks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION asks_have_their_gesture();

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

CREATE CONSTRAINT TRIGGER asks_end_with_their_case AFTER UPDATE ON cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.callback_id IS NOT NULL AND NEW.callback_id IS NULL) EXECUTE FUNCTION asks_end_with_their_case();

-- That silence has granted it is told once, whatever the code does.
CREATE UNIQUE INDEX events_tell_of_silence_once ON events ((data ->> 'askId'))
  WHERE type = 'ask.granted-by-silence';
