-- A case about an employee is invisible to them, and to who stands in for them; only its owner sees it all the same, since the
-- promise in it is theirs. So neither does anything on it.
CREATE FUNCTION is_hidden_from(employee uuid, about uuid, owner uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF about IS NULL OR employee IS NULL OR employee = owner THEN RETURN false; END IF;
  RETURN employee = about OR EXISTS (SELECT FROM stand_ins
    WHERE owner_id = about AND stand_in_id = employee AND from_at <= moment AND moment < until_at);
END $$;
--> statement-breakpoint
-- What gives, asks, bends, consults, speaks, ends or confirms asks for this by itself. The rest of what names who did it is here.
CREATE FUNCTION cases_are_hidden_from_whom_they_concern() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  row CONSTANT jsonb := to_jsonb(NEW);
  who CONSTANT uuid := coalesce(row ->> TG_ARGV[0], (SELECT author_id::text FROM ideas WHERE id::text = row ->> 'idea_id'));
BEGIN
  IF EXISTS (SELECT FROM cases WHERE id = NEW.case_id
      AND is_hidden_from(who, about_employee_id, owner_id, coalesce(row ->> TG_ARGV[1], now()::text)::timestamptz)) THEN
    RAISE EXCEPTION 'nobody acts on what is hidden from them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_hidden_from_whom_they_concern', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Who recorded a contact is asked by the case that it changes, so that no contact of another case is looked at once more: those
-- that are told of in this change are there, and nobody recorded one whom it is hidden from. Deferred, since they may be written
-- after it.
CREATE FUNCTION contacts_are_recorded_by_who_may_know() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM events e LEFT JOIN contacts t ON t.id = e.about_id
      WHERE e.case_id = NEW.id AND e.case_sequence > OLD.version AND e.case_sequence <= NEW.version AND e.type = 'contact.recorded'
        AND (t.id IS NULL OR (t.recorded_by_kind = 'employee'
          AND is_hidden_from(t.recorded_by_id, NEW.about_employee_id, OLD.owner_id, t.recorded_at)))) THEN
    RAISE EXCEPTION 'nobody acts on what is hidden from them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_hidden_from_whom_they_concern', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- That a team knows says a member of it, and nobody who is one for as long as they say so.
CREATE OR REPLACE FUNCTION heads_up_teams_speak_for_themselves() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = NEW.acknowledged_by_id AND active_team_id = NEW.team_id
      AND changed_in IS DISTINCT FROM pg_current_xact_id() FOR KEY SHARE) OR is_leaving(NEW.acknowledged_by_id) THEN
    RAISE EXCEPTION 'a member says that the team knows' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_up_teams_speak_for_themselves', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
-- Looked up at the end of the statement, when a case that was opened together with the contact is there; a foreign
-- key would bind the contact to later owners as well. Nobody speaks where the case is about them.
CREATE OR REPLACE FUNCTION contacts_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.employee_id IS NULL OR NOT speaks_for(NEW.employee_id, NEW.spoken_for, NEW.recorded_at)
      OR NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND owner_id = NEW.spoken_for
        AND about_employee_id IS DISTINCT FROM NEW.employee_id
        AND (about_employee_id IS NULL OR TG_OP = 'UPDATE'
          OR NOT is_hidden_from(NEW.employee_id, about_employee_id, owner_id, NEW.recorded_at)) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner speaks for the owner' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A try at reaching the customer is the owner's as well, and belongs to the promise that is open. One that was a contact was
-- one of this case, by whoever tried; and a contact is one try.
CREATE OR REPLACE FUNCTION callback_attempts_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM callbacks WHERE id = NEW.callback_id
      AND speaks_for(NEW.employee_id, owner_id, NEW.recorded_at)
      AND (state = 'open' OR contact_id = NEW.contact_id)
      AND (NEW.contact_id IS NULL OR (
        EXISTS (SELECT FROM contacts t WHERE t.id = NEW.contact_id AND t.case_id = callbacks.case_id
          AND t.employee_id = NEW.employee_id)
        AND NOT EXISTS (SELECT FROM callback_attempts a
          WHERE a.callback_id = NEW.callback_id AND a.contact_id = NEW.contact_id AND a.id <> NEW.id)))
      AND NOT EXISTS (SELECT FROM cases c WHERE c.id = case_id AND about_employee_id IS NOT NULL
      AND is_hidden_from(NEW.employee_id, about_employee_id, c.owner_id, NEW.recorded_at)) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- One that reached the customer is the owner's as well, was one contact of this case, by whoever tried, and is counted, as those in
-- vain are (law 5). The tries are read once for all of it. Deferred, since it may be counted after it is written.
CREATE OR REPLACE FUNCTION callback_attempts_reach_by_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mine integer;
  made integer;
  counted integer;
BEGIN
  SELECT count(*) FILTER (WHERE a.contact_id = NEW.contact_id),
    count(*) FILTER (WHERE a.outcome = 'reached' OR a.contact_id IS NULL
      OR NOT EXISTS (SELECT FROM contacts t WHERE t.id = a.contact_id AND t.moment = 'owner-reached'))
  INTO mine, made FROM callback_attempts a WHERE a.callback_id = NEW.callback_id;
  SELECT attempts INTO counted FROM callbacks WHERE id = NEW.callback_id
    AND speaks_for(NEW.employee_id, owner_id, NEW.recorded_at)
    AND (state = 'open' OR contact_id = NEW.contact_id)
    AND EXISTS (SELECT FROM contacts t WHERE t.id = NEW.contact_id AND t.case_id = callbacks.case_id
      AND t.employee_id = NEW.employee_id)
    AND NOT EXISTS (SELECT FROM cases c WHERE c.id = case_id AND about_employee_id IS NOT NULL
      AND is_hidden_from(NEW.employee_id, about_employee_id, c.owner_id, NEW.recorded_at)) FOR KEY SHARE;
  IF counted IS NULL OR mine <> 1 THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  IF counted <> made THEN
    RAISE EXCEPTION 'the tries on record are others' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_count_their_tries', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What needs a look at other rows; the rest are CHECKs on the table. Asked of the case, when it ends: asked of the
-- resolution, it could be answered before the row that breaks it is written. Deferred, so that the contact, the callback
-- and the resolution may be written in any order.
CREATE OR REPLACE FUNCTION cases_end_as_earned() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
  ending resolutions;
  broken text;
BEGIN
  SELECT * INTO kase FROM cases WHERE id = NEW.id;
  SELECT * INTO ending FROM resolutions WHERE id = NEW.resolution_id AND case_id = NEW.id;
  CASE
    WHEN NOT FOUND THEN
      broken := 'cases_resolved_has_its_resolution';
    WHEN ending.contact_moment IN ('owner-reached', 'owner-wrote', 'customer-called-owner')
        AND ending.outcome IN ('answered', 'fixed') THEN
      IF NOT EXISTS (SELECT FROM callbacks
          WHERE case_id = ending.case_id AND contact_id = ending.contact_id AND state = 'kept') THEN
        broken := 'resolutions_keep_the_callback';
      END IF;
    -- First-contact resolution: in the very call, or within an hour of it, while nothing else has happened.
    WHEN ending.contact_moment = 'opening' AND ending.outcome IN ('answered', 'fixed') THEN
      IF happened_since(ending.contact_id) IS NOT NULL
          OR EXISTS (SELECT FROM contacts WHERE id = ending.contact_id AND recorded_at < ending.at
            AND least(at, recorded_at) + interval '1 hour' < ending.at)
          OR EXISTS (SELECT FROM callbacks WHERE case_id = ending.case_id AND resolution_id = ending.id
            AND window_until < ending.at) THEN
        broken := 'resolutions_customer_was_told';
      END IF;
    -- Who opens a case in a call asks for an answer in it.
    WHEN ending.contact_moment = 'opening' AND ending.outcome = 'withdrawn' THEN
      broken := 'resolutions_customer_withdrew';
    WHEN ending.outcome = 'duplicate' THEN
      IF NOT EXISTS (SELECT FROM cases WHERE id = ending.duplicate_of AND customer_id = kase.customer_id
          AND (opened_at, id) < (kase.opened_at, kase.id) AND callback_id IS NOT NULL FOR KEY SHARE) THEN
        broken := 'resolutions_duplicate_is_older_and_open';
      END IF;
    WHEN ending.outcome = 'notAQuestion' THEN
      IF kase.opened_by_kind <> 'system'
          -- The call that seemed to be missed, and opened the case, is no contact about it when it was answered after all.
          OR EXISTS (SELECT FROM contacts t WHERE t.case_id = ending.case_id AND t.employee_id IS NOT NULL
            AND NOT (t.opening AND EXISTS (SELECT FROM calls l WHERE l.contact_id = t.id AND l.answered)))
          OR EXISTS (SELECT FROM callbacks b JOIN callback_attempts a ON a.callback_id = b.id
            WHERE b.case_id = ending.case_id) THEN
        broken := 'resolutions_not_a_question_is_a_systems';
      END IF;
    -- By the agreement of the team that the owner is of, as while the case was open (law 1), and before this transaction.
    WHEN ending.outcome = 'unreachable' THEN
      IF kase.team_changed_in = pg_current_xact_id()
        OR NOT EXISTS (SELECT FROM callbacks WHERE case_id = ending.case_id AND resolution_id = ending.id
          AND was_tried_enough(id, kase.team_id))
        OR NOT EXISTS (SELECT FROM employees WHERE id = kase.owner_id AND active_team_id = kase.team_id) THEN
        broken := 'resolutions_not_yet_unreachable';
      END IF;
    ELSE NULL;
  END CASE;
  -- The owner ends it, or who stands in for them, but for whom it is about; a call that was answered after all ends it by whoever
  -- answered.
  IF broken IS NULL AND ((kase.about_employee_id IS NOT NULL
        AND is_hidden_from(ending.resolved_by_id, kase.about_employee_id, kase.owner_id, ending.at))
      OR (NOT speaks_for(ending.resolved_by_id, kase.owner_id, ending.at)
        AND NOT (ending.outcome = 'notAQuestion' AND EXISTS (SELECT FROM calls
          WHERE case_id = ending.case_id AND answered AND answered_by_id = ending.resolved_by_id)))) THEN
    broken := 'resolutions_are_the_owners';
  END IF;
  -- The contact in which the customer heard it, or withdrew, is not older than any promise of the case, neither when it was
  -- nor when it was recorded. The one that opened the case is as old, and tells the customer where the owner spoke in it.
  IF broken IS NULL AND ending.outcome IN ('answered', 'fixed', 'withdrawn')
      AND EXISTS (SELECT FROM contacts t JOIN callbacks b ON b.case_id = t.case_id
        WHERE t.id = ending.contact_id AND (b.made_at > t.recorded_at
          OR (t.moment <> 'opening' AND (b.made_at > t.at OR (t.opening AND b.made_at = t.recorded_at))))) THEN
    broken := 'resolutions_customer_was_told';
  END IF;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%', replace(broken, '_', ' ') USING
      ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The owner of an open case asks, or who stands in for them, and asks somebody else who works here; never whom the
-- case is about, nor who stands in for that employee. The case is held, so that it does not end meanwhile, and so is
-- the colleague, so that they do not leave.
CREATE OR REPLACE FUNCTION consultations_ask() RETURNS trigger
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
--> statement-breakpoint
-- A danger is to the owner of now, and reported by them, who stands in for them, a coach or an admin; and it is confirmed by a coach, an
-- admin, or a teammate where there is no other of these. Both work here. Who becomes a coach or a teammate in this very
-- transaction is none yet, and who ceases to be a coach, or begins to leave, still is one. Whom the case is about knows nothing of
-- it, and says nothing.
CREATE OR REPLACE FUNCTION successions_are_confirmed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM cases WHERE id = NEW.case_id
      AND (is_hidden_from(NEW.reported_by_id, about_employee_id, NEW.from_owner_id, NEW.requested_at)
        OR is_hidden_from(NEW.confirmed_by_id, about_employee_id, NEW.from_owner_id, NEW.completed_at)))
    OR is_leaving(NEW.confirmed_by_id)
    OR (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM cases
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
-- Somebody is leaving from the transaction on that comes after the one in which they begin to: who is may not call any more.
CREATE FUNCTION is_leaving(employee uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM departures d WHERE d.employee_id = employee AND d.changed_in IS DISTINCT FROM pg_current_xact_id());
END $$;
--> statement-breakpoint
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
--> statement-breakpoint
CREATE OR REPLACE FUNCTION ledger_by_the_limit() RETURNS trigger
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
--> statement-breakpoint
-- The owner decides, or who stands in for them, and nobody on a complaint about themselves. The case is held, so that
-- it does not get another owner meanwhile.
CREATE OR REPLACE FUNCTION gestures_are_the_owners() RETURNS trigger
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
--> statement-breakpoint
-- Whoever decides on it takes it back as well: the owner of this moment, or who stands in for them.
CREATE OR REPLACE FUNCTION gestures_are_taken_back_by_the_owner() RETURNS trigger
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
      OR is_hidden_from(NEW.asked_by_id, kase.about_employee_id, kase.owner_id, NEW.asked_at) THEN
    RAISE EXCEPTION 'the owner of an open case asks' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'asks_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A coach of the team answers, a coach of no team, or an admin, who works here and is not leaving; and was that before this
-- transaction. Nobody does on a case that is hidden from them.
CREATE OR REPLACE FUNCTION asks_are_answered_by_a_coach() RETURNS trigger
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
--> statement-breakpoint
-- The owner of an open case bends a rule, or who stands in for them, while the rule is in force; on a complaint about themselves
-- nobody does. What is bent is the text that holds. Both are held: a rule
-- that somebody abolishes or changes meanwhile is waited for, and then looked at anew.
CREATE OR REPLACE FUNCTION deviations_bend() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  PERFORM FROM rules WHERE id = NEW.rule_id AND abolished_at IS NULL
    AND text_number = NEW.text_number AND (kind <> 'house' OR NEW.at < review_until) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is nothing left to bend' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'deviations_bend_what_is_in_force', TABLE = TG_TABLE_NAME;
  END IF;
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id AND callback_id IS NOT NULL FOR KEY SHARE;
  IF NOT FOUND OR NOT speaks_for(NEW.employee_id, kase.owner_id, NEW.at)
      OR is_hidden_from(NEW.employee_id, kase.about_employee_id, kase.owner_id, NEW.at) THEN
    RAISE EXCEPTION 'the owner of an open case bends a rule, or who stands in for them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'deviations_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Its owner reviews it, who was that before this transaction, or a coach or an admin, who was that; and nobody who is leaving.
CREATE FUNCTION rule_reviews_are_by_who_may() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees e WHERE e.id = NEW.reviewed_by_id AND e.departed_at IS NULL
      AND ((e.role <> 'member' AND e.changed_in IS DISTINCT FROM pg_current_xact_id())
        OR EXISTS (SELECT FROM rules WHERE id = NEW.rule_id AND owner_id = e.id AND changed_in IS DISTINCT FROM pg_current_xact_id()))
      FOR KEY SHARE) OR is_leaving(NEW.reviewed_by_id) THEN
    RAISE EXCEPTION 'its owner reviews it, or a coach' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'rule_reviews_are_by_who_may', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- It is told when its day has come, or when the rule was bent as often within 90 days, since its last review, as the
-- organisation says; complaints are not counted, as on its bill. Deferred, since the last bending may be written after it.
CREATE FUNCTION rules_told_in_time() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.abolished_at IS NOT NULL OR NOT EXISTS (SELECT FROM organisation o
      WHERE changed_in IS DISTINCT FROM pg_current_xact_id() AND review_after <= (SELECT count(*)
        FROM deviations d JOIN cases c ON c.id = d.case_id
        WHERE d.rule_id = NEW.id AND c.about_employee_id IS NULL AND d.at > NEW.due_told_at - interval '2160 hours'
          AND d.at > coalesce((SELECT max(at) FROM rule_reviews WHERE rule_id = NEW.id AND number <= NEW.reviews), '-infinity'))) THEN
    RAISE EXCEPTION 'its review is not due' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'rules_told_in_time', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- As long as a no may come nothing is paid or taken back, by the clock of the database; a second is what good clocks differ by. A
-- coach who has said yes has, by whichever clock.
CREATE FUNCTION gestures_begin_first() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.granted_at > now() + interval '1 second'
    AND NOT EXISTS (SELECT FROM asks WHERE id = NEW.ask_id AND answered_by_id IS NOT NULL) THEN
    RAISE EXCEPTION 'nothing is given yet' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_are_of_now', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TRIGGER notes_are_by_who_may_know AFTER INSERT ON notes FOR EACH ROW
  WHEN (NEW.author_kind = 'employee') EXECUTE FUNCTION cases_are_hidden_from_whom_they_concern('author_id', 'at');
--> statement-breakpoint
CREATE TRIGGER case_corrections_are_by_who_may_know AFTER INSERT ON case_corrections FOR EACH ROW
  WHEN (NEW.corrected_by_kind = 'employee' AND NEW.merge_id IS NULL)
  EXECUTE FUNCTION cases_are_hidden_from_whom_they_concern('corrected_by_id', 'at');
--> statement-breakpoint
CREATE TRIGGER consultations_are_answered_by_who_may_know AFTER UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.state = 'open' AND NEW.state IN ('answered', 'declined'))
  EXECUTE FUNCTION cases_are_hidden_from_whom_they_concern('consulted_id', 'closed_at');
--> statement-breakpoint
CREATE TRIGGER idea_cases_are_known_to_its_author AFTER INSERT ON idea_cases FOR EACH ROW
  EXECUTE FUNCTION cases_are_hidden_from_whom_they_concern('', '');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER contacts_are_recorded_by_who_may_know AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.about_employee_id IS NOT NULL AND OLD.version <> NEW.version)
  EXECUTE FUNCTION contacts_are_recorded_by_who_may_know();
--> statement-breakpoint
-- What came of it is on record: it may be told anew, and is not taken back.
CREATE TRIGGER ideas_results_stand BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN (OLD.result IS NOT NULL AND NEW.result IS NULL) EXECUTE FUNCTION refuse('ideas_decisions_stand');
--> statement-breakpoint
CREATE TRIGGER ideas_are_answered_in_time AFTER INSERT ON ideas FOR EACH ROW EXECUTE FUNCTION ideas_are_answered_in_time();
--> statement-breakpoint
CREATE TRIGGER ideas_are_answered_by_a_coach AFTER UPDATE ON ideas FOR EACH ROW
  WHEN (NEW.decision IS NOT NULL AND (OLD.decision, OLD.reason, OLD.answered_by_id, OLD.answered_at)
    IS DISTINCT FROM (NEW.decision, NEW.reason, NEW.answered_by_id, NEW.answered_at))
  EXECUTE FUNCTION ideas_are_answered_by_a_coach('answer');
--> statement-breakpoint
CREATE TRIGGER ideas_results_are_a_coachs AFTER UPDATE ON ideas FOR EACH ROW
  WHEN (NEW.result IS NOT NULL
    AND (OLD.result, OLD.result_by_id, OLD.result_at) IS DISTINCT FROM (NEW.result, NEW.result_by_id, NEW.result_at))
  EXECUTE FUNCTION ideas_are_answered_by_a_coach('result');
--> statement-breakpoint
-- That an answer was late stays on record, and is told of an idea alone that has none. That it is late by then, a CHECK says.
CREATE TRIGGER ideas_are_late_without_an_answer BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN (OLD.overdue_told_at IS NULL AND NEW.overdue_told_at IS NOT NULL AND NEW.decision IS NOT NULL)
  EXECUTE FUNCTION refuse('ideas_told_in_time');
--> statement-breakpoint
-- That an answer is late was told, and is not told once more.
CREATE TRIGGER consultations_are_told_once BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.overdue_told_at IS NOT NULL AND NEW.overdue_told_at IS DISTINCT FROM OLD.overdue_told_at)
  EXECUTE FUNCTION refuse('consultations_are_final');
--> statement-breakpoint
CREATE TRIGGER rule_reviews_are_by_who_may AFTER INSERT ON rule_reviews FOR EACH ROW
  EXECUTE FUNCTION rule_reviews_are_by_who_may();
--> statement-breakpoint
-- As employees do (law 12), a rule says in which transaction it got the owner that it has.
CREATE TRIGGER rules_know_their_transaction BEFORE INSERT ON rules FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
CREATE TRIGGER rules_change_hands_in_a_transaction BEFORE UPDATE ON rules FOR EACH ROW
  WHEN ((OLD.owner_id, OLD.changed_in) IS DISTINCT FROM (NEW.owner_id, NEW.changed_in))
  EXECUTE FUNCTION agreements_know_their_transaction();
--> statement-breakpoint
-- That its review is due is told once, until it is reviewed; and with the review it is told no more, so that the next one is.
CREATE TRIGGER rules_are_told_once BEFORE UPDATE ON rules FOR EACH ROW
  WHEN (CASE WHEN OLD.reviews <> NEW.reviews THEN NEW.due_told_at IS NOT NULL
    ELSE OLD.due_told_at IS NOT NULL AND OLD.due_told_at IS DISTINCT FROM NEW.due_told_at END)
  EXECUTE FUNCTION refuse('rules_are_renewed_by_a_review');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rules_told_in_time AFTER UPDATE ON rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.due_told_at IS NULL AND NEW.due_told_at IS NOT NULL
    AND (NEW.abolished_at IS NOT NULL OR NEW.review_from IS NULL OR NEW.due_told_at < NEW.review_from))
  EXECUTE FUNCTION rules_told_in_time();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER asks_end_is_of_now BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.closed_at IS NULL AND (NEW.closed_at > now() + interval '5 minutes'
    OR (NOT NEW.by_silence AND NEW.closed_at < now() - interval '5 minutes')
    OR (NEW.by_silence AND NEW.answer_by > now() + interval '1 second')))
  EXECUTE FUNCTION refuse('asks_are_of_now');
--> statement-breakpoint
CREATE TRIGGER gestures_end_of_what_was_asked_is_of_now BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (NEW.ask_id IS NOT NULL AND OLD.state = 'granted' AND NEW.state IN ('fulfilled', 'withdrawn'))
  EXECUTE FUNCTION gestures_begin_first();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER rules_change_is_of_now BEFORE UPDATE ON rules FOR EACH ROW
  WHEN (((OLD.title, OLD.owner_id, OLD.text_number, OLD.review_on, OLD.review_from, OLD.review_until, OLD.burdened,
      OLD.reviews, OLD.abolished_at, OLD.changed_at)
    IS DISTINCT FROM (NEW.title, NEW.owner_id, NEW.text_number, NEW.review_on, NEW.review_from, NEW.review_until,
      NEW.burdened, NEW.reviews, NEW.abolished_at, NEW.changed_at)
      AND NEW.changed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.abolished_at IS NULL
      AND NEW.abolished_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.due_told_at IS NULL
      AND NEW.due_told_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('rules_are_of_now');
--> statement-breakpoint
CREATE TRIGGER rules_begin_is_of_now BEFORE INSERT ON rules FOR EACH ROW
  WHEN (NEW.created_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes' OR NEW.changed_at <> NEW.created_at)
  EXECUTE FUNCTION refuse('rules_are_of_now');
--> statement-breakpoint
CREATE TRIGGER rule_versions_are_of_now BEFORE INSERT ON rule_versions FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('rule_versions_are_of_now');
--> statement-breakpoint
CREATE TRIGGER rule_reviews_are_of_now BEFORE INSERT ON rule_reviews FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('rule_reviews_are_of_now');
--> statement-breakpoint
-- An idea is had now, and supported, and answered, in time or late; and so is what a customer said of us, which is theirs for twelve
-- hours.
CREATE TRIGGER ideas_begin_is_of_now BEFORE INSERT ON ideas FOR EACH ROW
  WHEN (NEW.created_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('ideas_are_of_now');
--> statement-breakpoint
CREATE TRIGGER idea_supports_are_of_now BEFORE INSERT ON idea_supports FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('idea_supports_are_of_now');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER ideas_answer_is_of_now BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN ((OLD.answered_at IS DISTINCT FROM NEW.answered_at
      AND NEW.answered_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR ((OLD.result, OLD.result_by_id, OLD.result_at) IS DISTINCT FROM (NEW.result, NEW.result_by_id, NEW.result_at)
      AND NEW.result_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.overdue_told_at IS NULL
      AND NEW.overdue_told_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('ideas_are_of_now');
--> statement-breakpoint
CREATE TRIGGER pulse_givers_are_remembered AFTER DELETE ON pulse_givers REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION pulse_givers_are_remembered();
--> statement-breakpoint
CREATE TRIGGER pulse_givers_stay_who_they_are BEFORE UPDATE ON pulse_givers FOR EACH ROW
  WHEN ((OLD.week, OLD.employee_id) IS DISTINCT FROM (NEW.week, NEW.employee_id) OR (OLD.claim IS NULL AND NEW.claim IS NOT NULL))
  EXECUTE FUNCTION refuse('pulse_givers_are_remembered');
