-- No stopwatch, whoever writes: of a call in which somebody spoke it is not kept when it ended.
CREATE FUNCTION call_events_are_no_stopwatch() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM call_events e JOIN call_events a ON a.call_id = e.call_id AND a.event = 'answered'
      WHERE e.call_id = NEW.call_id AND e.event = 'ended' AND e.at IS NOT NULL) THEN
    RAISE EXCEPTION 'nobody keeps for how long they spoke' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'call_events_are_no_stopwatch', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- How far the feed has come is what it has come: no event that is there stays behind it without a place, and what has not
-- ended yet is waited for. One that said more would stop the feed for good.
CREATE FUNCTION feed_head_goes_on() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  present pg_snapshot := pg_current_snapshot();
  -- Of a dump, its transactions are those of another cluster.
  restored boolean := feed_is_restored();
BEGIN
  IF NEW.writer <> pg_current_xact_id() OR NEW.until > pg_snapshot_xmax(present)
    OR EXISTS (SELECT FROM (SELECT pg_snapshot_xip(present) UNION SELECT pg_current_xact_id()) t (x)
      WHERE x < NEW.until AND x <> ALL (NEW.waiting))
    OR EXISTS (SELECT FROM unnest(OLD.waiting) w (tx) CROSS JOIN LATERAL (SELECT FROM events e WHERE e.tx = w.tx
      AND (e.tx < NEW.until OR (e.tx = NEW.until AND e.id <= NEW.after)) AND e.tx <> ALL (NEW.waiting)
      AND NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id) LIMIT 1) e)
    OR EXISTS (SELECT FROM events e WHERE e.tx >= OLD.until AND e.tx <= NEW.until
      AND (e.tx < NEW.until OR e.id <= NEW.after) AND e.tx <> ALL (NEW.waiting)
      AND NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id))
    OR (restored AND EXISTS (SELECT FROM events e WHERE e.tx < NEW.until AND e.tx <> ALL (NEW.waiting)
      AND NOT EXISTS (SELECT FROM feed f WHERE f.event_id = e.id))) THEN
    RAISE EXCEPTION 'the feed has not come as far' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'feed_is_final', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- No other case is linked, whatever trigger of somebody else's says so.
CREATE OR REPLACE FUNCTION heads_up_cases_are_on_its_topic() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_trigger_depth() < 2 OR NOT EXISTS (SELECT FROM heads_ups h JOIN cases c ON c.topic_id = h.topic_id
      AND h.from_at <= c.opened_at AND c.opened_at < h.until_at
      WHERE h.id = NEW.heads_up_id AND c.id = NEW.case_id) THEN
    RAISE EXCEPTION 'cases are linked as they open' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_up_cases_are_linked_as_they_open', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- No team comes after the release; the row of the heads-up is written, so that none is released meanwhile, at REPEATABLE READ
-- too.
CREATE OR REPLACE FUNCTION heads_up_teams_come_before_the_release() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE heads_ups SET title = title WHERE id = NEW.heads_up_id AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'it is released' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_up_teams_come_before_the_release', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Whoever takes a question owns it: an active member of a team does, unless it is a complaint about them, or about whom they
-- stand in for. What an outreach opens is nobody's who took it; and intake never fails, so it is not asked of whoever comes to
-- a team at that moment.
CREATE OR REPLACE FUNCTION cases_are_owned_by_who_takes_them() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM employees e WHERE e.id = NEW.opened_by_id AND e.active_team_id IS NOT NULL
      AND e.id IS DISTINCT FROM NEW.about_employee_id
      AND coalesce(e.changed_at, '-infinity') < NEW.opened_at - interval '5 minutes'
      AND NOT EXISTS (SELECT FROM departures d WHERE d.employee_id = e.id)
      AND NOT EXISTS (SELECT FROM stand_ins p WHERE p.stand_in_id = e.id AND p.owner_id = NEW.about_employee_id
        AND p.from_at <= NEW.opened_at AND NEW.opened_at < p.until_at)) THEN
    RAISE EXCEPTION 'whoever takes a question owns it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_owned_by_who_takes_them', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
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
      AND NOT EXISTS (SELECT FROM cases WHERE id = case_id AND about_employee_id = NEW.employee_id) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- It is the next one, its decision is what becomes of the rule, and it is on record with who decided and why; and no review
-- and no text is on record that the rule knows nothing of.
CREATE FUNCTION rules_follow_their_review() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.reviews <> OLD.reviews + 1 OR NEW.text_number - OLD.text_number NOT IN (0, 1)
    OR NOT EXISTS (SELECT FROM rule_reviews WHERE rule_id = NEW.id AND number = NEW.reviews AND decision = CASE
      WHEN NEW.abolished_at IS NOT NULL THEN 'abolish' WHEN NEW.text_number <> OLD.text_number THEN 'change' ELSE 'keep' END) THEN
    RAISE EXCEPTION 'nobody has reviewed it so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'rules_are_renewed_by_a_review', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION rules_know_of_it() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM rules WHERE id = NEW.rule_id
      AND NEW.number <= CASE TG_TABLE_NAME WHEN 'rule_reviews' THEN reviews ELSE text_number END) THEN
    RAISE EXCEPTION 'the rule knows nothing of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'rules_are_renewed_by_a_review', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The history is never ahead of its case either: whoever appends an event says so in the case, and what it tells of is there
-- when its transaction ends. An event that was written ahead would tell of what never was, or spare the telling when it is.
CREATE OR REPLACE FUNCTION events_are_the_cases() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND version >= NEW.case_sequence) THEN
    RAISE EXCEPTION 'the history is ahead of its case' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW.about_id IS NOT NULL AND NOT (CASE
      WHEN NEW.type IN ('contact.recorded', 'contact.completed', 'case.chased') THEN
        EXISTS (SELECT FROM contacts WHERE id = NEW.about_id AND case_id = NEW.case_id)
      WHEN NEW.type = 'callback.attempted' THEN
        EXISTS (SELECT FROM callback_attempts WHERE id = NEW.about_id AND case_id = NEW.case_id)
      WHEN NEW.type LIKE 'callback.%' THEN
        EXISTS (SELECT FROM callbacks WHERE id = NEW.about_id AND case_id = NEW.case_id
          AND NEW.type IN (told_as, ended_as, due_as, overdue_as))
      WHEN NEW.type = 'case.resolved' THEN
        EXISTS (SELECT FROM resolutions WHERE id = NEW.about_id AND case_id = NEW.case_id)
      WHEN NEW.type IN ('note.added', 'case.reopened') THEN
        EXISTS (SELECT FROM notes WHERE id = NEW.about_id AND case_id = NEW.case_id)
      WHEN NEW.type LIKE 'consultation.%' THEN
        EXISTS (SELECT FROM consultations WHERE id = NEW.about_id AND case_id = NEW.case_id
          AND NEW.type IN (told_as, ended_as, overdue_as))
      WHEN NEW.type = 'case.customer-corrected' THEN
        EXISTS (SELECT FROM case_corrections WHERE id = NEW.about_id AND case_id = NEW.case_id)
      ELSE EXISTS (SELECT FROM successions WHERE id = NEW.about_id AND case_id = NEW.case_id
        AND NEW.type IN (told_as, moved_as)) END) THEN
    RAISE EXCEPTION 'what it tells of is not there' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'events_tell_of_what_is_there', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What is given, asked for and bent on a case is told of in the transaction that does it, and so is how it ends: whoever ends
-- the case meanwhile, at REPEATABLE READ too, does not do so on what it was before.
CREATE FUNCTION is_told_of_at_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  row jsonb := to_jsonb(NEW);
  told text := CASE
    WHEN TG_OP = 'INSERT' THEN TG_ARGV[2]
    WHEN TG_TABLE_NAME = 'gestures' THEN 'gesture.' || (row ->> 'state')
    WHEN row ->> 'state' = 'withdrawn' THEN 'ask.withdrawn'
    WHEN (row ->> 'by_silence')::boolean THEN 'ask.granted-by-silence'
    ELSE 'ask.answered' END;
BEGIN
  IF NOT EXISTS (SELECT FROM events WHERE tx = pg_current_xact_id() AND case_id = NEW.case_id AND type = told
      AND data ->> TG_ARGV[1] = NEW.id::text) THEN
    RAISE EXCEPTION 'the history tells of it, at once' USING
      ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- That an answer or a review is due is told when it is, and not silenced by hand.
CREATE FUNCTION is_told_to_be_due() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events WHERE tx = pg_current_xact_id() AND type = TG_ARGV[2]
      AND data ->> TG_ARGV[1] = NEW.id::text) THEN
    RAISE EXCEPTION 'nobody is told that it is due' USING
      ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Customers come while it is a draft; its row is written, so that it does not start meanwhile, at REPEATABLE READ too.
CREATE OR REPLACE FUNCTION outreach_customers_come_before_the_start() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM outreaches WHERE id IN (SELECT outreach_id FROM added) ORDER BY id FOR UPDATE;
  UPDATE outreaches SET title = title WHERE id IN (SELECT outreach_id FROM added);
  IF EXISTS (SELECT FROM added a LEFT JOIN outreaches o ON o.id = a.outreach_id
      WHERE o.state <> 'draft' OR a.state NOT IN ('waiting', 'asleep')) THEN
    RAISE EXCEPTION 'it has started' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'outreach_customers_come_before_the_start', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Whoever is informed has a case of theirs that came of it, with a promise inside its period and outside their night; they have not
-- opted out, and it is on record that they are disturbed. Deferred, since all of it is written at once.
CREATE OR REPLACE FUNCTION outreach_customers_are_promised_well() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  promised record;
  broken text;
BEGIN
  SELECT c.origin, c.customer_id, cu.outreach_opt_out, b.window_from, b.window_until, b.booked_hour, o.from_at, o.until_at,
      o.quiet_from COLLATE "C" AS quiet_from, o.quiet_until COLLATE "C" AS quiet_until,
      b.window_from AT TIME ZONE t.zone AS begins, (b.window_until - interval '1 millisecond') AT TIME ZONE t.zone AS ends
    INTO promised
  FROM outreaches o, cases c JOIN callbacks b ON b.id = c.callback_id JOIN customers cu ON cu.id = c.customer_id
    JOIN agreements a ON a.team_id = c.team_id CROSS JOIN LATERAL (SELECT coalesce(cu.time_zone, a.time_zone) AS zone) t
  WHERE o.id = NEW.outreach_id AND c.id = NEW.case_id;
  IF NOT FOUND OR promised.origin <> 'outreach' OR promised.customer_id <> current_customer(NEW.customer_id)
      OR NOT EXISTS (SELECT FROM disturbances d WHERE d.outreach_id = NEW.outreach_id AND d.customer_id = promised.customer_id
        AND d.at = promised.window_from
        AND (NOT d.worth_more OR EXISTS (SELECT FROM outreaches WHERE id = NEW.outreach_id AND worth_more IS NOT NULL))) THEN
    broken := 'outreach_customers_have_their_case';
  ELSIF promised.outreach_opt_out THEN
    broken := 'outreach_customers_have_not_opted_out';
  ELSIF promised.window_from < promised.from_at OR promised.window_until > promised.until_at OR promised.booked_hour IS NULL THEN
    broken := 'outreach_customers_are_promised_in_time';
  ELSIF promised.begins::date <> promised.ends::date OR to_char(promised.begins, 'HH24:MI') COLLATE "C" < promised.quiet_until
      OR to_char(promised.ends, 'HH24:MI') COLLATE "C" >= promised.quiet_from THEN
    broken := 'outreach_customers_sleep_at_night';
  END IF;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%', replace(broken, '_', ' ') USING
      ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A head is one of the feed, as it is: one far ahead would be the last for good.
CREATE FUNCTION checkpoints_are_of_the_feed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM feed WHERE position = NEW.position AND chain = NEW.chain) THEN
    RAISE EXCEPTION 'the feed has no such head' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'checkpoints_are_of_the_feed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER call_events_are_no_stopwatch AFTER INSERT ON call_events DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.event <> 'ringing') EXECUTE FUNCTION call_events_are_no_stopwatch();
--> statement-breakpoint
CREATE TRIGGER feed_head_goes_on BEFORE UPDATE ON feed_head FOR EACH ROW EXECUTE FUNCTION feed_head_goes_on();
--> statement-breakpoint
-- Nothing begins as released.
CREATE TRIGGER heads_ups_begin_announced BEFORE INSERT ON heads_ups FOR EACH ROW
  WHEN (NEW.released_at IS NOT NULL) EXECUTE FUNCTION refuse('heads_ups_are_briefed');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rules_follow_their_review AFTER UPDATE ON rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.reviews <> NEW.reviews) EXECUTE FUNCTION rules_follow_their_review();
--> statement-breakpoint
CREATE TRIGGER rules_begin_unreviewed BEFORE INSERT ON rules FOR EACH ROW
  WHEN (NEW.reviews <> 0 OR NEW.text_number <> 1 OR NEW.abolished_at IS NOT NULL)
  EXECUTE FUNCTION refuse('rules_are_renewed_by_a_review');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rule_reviews_are_the_rules AFTER INSERT ON rule_reviews DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION rules_know_of_it();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rule_versions_are_the_rules AFTER INSERT ON rule_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION rules_know_of_it();
--> statement-breakpoint
-- What was personal of a customer can be erased; that they were there, and what their team agreed on, stays.
CREATE TRIGGER customers_stay BEFORE DELETE ON customers FOR EACH ROW EXECUTE FUNCTION refuse('customers_stay');
--> statement-breakpoint
CREATE TRIGGER agreements_stay BEFORE DELETE ON agreements FOR EACH ROW EXECUTE FUNCTION refuse('agreements_stay');
--> statement-breakpoint
CREATE TRIGGER agreements_stay_all BEFORE TRUNCATE ON agreements EXECUTE FUNCTION refuse('agreements_stay');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER gestures_are_told_of AFTER INSERT ON gestures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.ask_id IS NULL)
  EXECUTE FUNCTION is_told_of_at_once('gestures_are_told_of', 'gestureId', 'gesture.granted');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER gestures_end_is_told_of AFTER UPDATE ON gestures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND NEW.state <> 'refused')
  EXECUTE FUNCTION is_told_of_at_once('gestures_are_told_of', 'gestureId');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER asks_are_told_of AFTER INSERT ON asks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION is_told_of_at_once('asks_are_told_of', 'askId', 'ask.made');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER asks_end_is_told_of AFTER UPDATE ON asks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION is_told_of_at_once('asks_are_told_of', 'askId');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER deviations_are_told_of AFTER INSERT ON deviations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION is_told_of_at_once('deviations_are_told_of', 'deviationId', 'deviation.recorded');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ideas_overdue_is_told_of AFTER UPDATE ON ideas DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.overdue_told_at IS NULL AND NEW.overdue_told_at IS NOT NULL)
  EXECUTE FUNCTION is_told_to_be_due('ideas_overdue_is_told_of', 'ideaId', 'idea.overdue');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rules_due_is_told_of AFTER UPDATE ON rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.due_told_at IS NULL AND NEW.due_told_at IS NOT NULL)
  EXECUTE FUNCTION is_told_to_be_due('rules_due_is_told_of', 'ruleId', 'rule.review-due');
--> statement-breakpoint
CREATE TRIGGER checkpoints_are_of_the_feed BEFORE INSERT ON checkpoints FOR EACH ROW
  EXECUTE FUNCTION checkpoints_are_of_the_feed();
