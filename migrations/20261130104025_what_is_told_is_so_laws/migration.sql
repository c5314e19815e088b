-- Whoever takes a question owns it: an active member of a team does, unless it is a complaint about them, or about whom they
-- stand in for. What an outreach opens is nobody's who took it, where it did: that is looked at last, since its customer has the case
-- only then. And intake never fails, so it is not asked of whoever comes to a team at that moment, or is leaving: by a transaction of
-- before, and not by the one that opens the case.
CREATE OR REPLACE FUNCTION cases_are_owned_by_who_takes_them() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.origin = 'outreach' THEN
    IF EXISTS (SELECT FROM outreach_customers WHERE case_id = NEW.id) THEN RETURN NEW; END IF;
  END IF;
  IF EXISTS (SELECT FROM employees e WHERE e.id = NEW.opened_by_id AND e.active_team_id IS NOT NULL
      AND e.id IS DISTINCT FROM NEW.about_employee_id
      AND (coalesce(e.changed_at, '-infinity') < NEW.opened_at - interval '5 minutes' OR e.changed_in = pg_current_xact_id())
      AND NOT EXISTS (SELECT FROM departures d WHERE d.employee_id = e.id
        AND d.changed_in IS DISTINCT FROM pg_current_xact_id())
      AND NOT EXISTS (SELECT FROM stand_ins p WHERE p.stand_in_id = e.id AND p.owner_id = NEW.about_employee_id
        AND p.from_at <= NEW.opened_at AND NEW.opened_at < p.until_at)) THEN
    RAISE EXCEPTION 'whoever takes a question owns it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_owned_by_who_takes_them', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What is given, asked for, bent and rated tells of it when it is so, in the transaction that does it, as the row has to be told of:
-- each once. So do the alert of an idea or a rule, which would be told no more when it is due, and an erasure.
CREATE OR REPLACE FUNCTION events_tell_of_what_is_so() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  this CONSTANT xid := pg_current_xact_id()::xid;
  begins CONSTANT boolean := NEW.type IN ('ask.made', 'deviation.recorded', 'gesture.granted');
  key CONSTANT text := CASE split_part(NEW.type, '.', 1) WHEN 'gesture' THEN 'gestureId' WHEN 'ask' THEN 'askId'
    WHEN 'deviation' THEN 'deviationId' WHEN 'idea' THEN 'ideaId' WHEN 'rule' THEN 'ruleId' WHEN 'consultation' THEN 'consultationId'
    ELSE 'erasureId' END;
  about CONSTANT text := NEW.data ->> key;
BEGIN
  IF NOT (CASE key
      WHEN 'gestureId' THEN EXISTS (SELECT FROM gestures x WHERE x.case_id = NEW.case_id AND x.id::text = about
        AND x.xmin = this AND CASE WHEN begins THEN x.ask_id IS NULL ELSE NEW.type = 'gesture.' || x.state END)
      WHEN 'askId' THEN EXISTS (SELECT FROM asks x WHERE x.case_id = NEW.case_id AND x.id::text = about
        AND x.xmin = this AND (begins OR NEW.type = CASE WHEN x.state = 'withdrawn' THEN 'ask.withdrawn'
          WHEN x.by_silence THEN 'ask.granted-by-silence' WHEN x.state <> 'open' THEN 'ask.answered' END))
      WHEN 'deviationId' THEN EXISTS (SELECT FROM deviations x WHERE x.case_id = NEW.case_id AND x.id::text = about)
      WHEN 'consultationId' THEN EXISTS (SELECT FROM consultations x WHERE x.case_id = NEW.case_id AND x.id::text = about
        AND x.xmin = this AND x.helpful IS NOT NULL)
      WHEN 'ideaId' THEN EXISTS (SELECT FROM ideas x WHERE x.id = about::uuid AND x.overdue_told_at IS NOT NULL)
      WHEN 'ruleId' THEN EXISTS (SELECT FROM rules x WHERE x.id = about::uuid AND x.due_told_at IS NOT NULL
        AND NEW.data ->> 'review' = (x.reviews + 1)::text)
      ELSE EXISTS (SELECT FROM erasures x WHERE x.customer_id = current_customer(NEW.customer_id) AND x.id::text = about
        AND x.xmin = this) END)
    OR EXISTS (SELECT FROM events e WHERE e.case_id = NEW.case_id AND e.type = NEW.type AND e.id <> NEW.id
      AND e.data ->> key = about AND (begins OR e.tx = NEW.tx)) THEN
    RAISE EXCEPTION 'what it tells of is not so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'events_tell_of_what_is_there', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A case opens again that had ended, and is open from then on, or ends once more: nothing else is told so.
CREATE FUNCTION events_reopen_what_has_ended() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT type FROM events WHERE case_id = NEW.case_id AND case_sequence < NEW.case_sequence
      AND type IN ('case.opened', 'case.reopened', 'case.resolved') ORDER BY case_sequence DESC LIMIT 1)
      IS DISTINCT FROM 'case.resolved'
    OR NOT (EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND callback_id IS NOT NULL)
      OR EXISTS (SELECT FROM events WHERE case_id = NEW.case_id AND case_sequence > NEW.case_sequence AND type = 'case.resolved')) THEN
    RAISE EXCEPTION 'what it tells of is not so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'events_tell_of_what_is_there', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A case changes when it is told that it does: its words, or its team, in this transaction; or its customer is erased.
CREATE FUNCTION events_tell_of_a_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND (words_changed_in = NEW.tx OR team_changed_in = NEW.tx
      OR (NEW.data ? 'erasureId' AND is_being_erased(customer_id)))) THEN
    RAISE EXCEPTION 'what it tells of is not so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'events_tell_of_what_is_there', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Whether it was another team's before stays known: by it is found what stands under that team and is this one's now. So does
-- in which transaction it came: a case is not lent to another team for as long as something is asked of its agreement. And so does in
-- which its words changed, by which an event is held that tells of it.
CREATE OR REPLACE FUNCTION cases_know_that_they_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.changed_team := OLD.changed_team OR OLD.team_id <> NEW.team_id;
  NEW.team_changed_in := CASE WHEN OLD.team_id <> NEW.team_id THEN pg_current_xact_id() ELSE OLD.team_changed_in END;
  NEW.words_changed_in := CASE WHEN (OLD.subject, OLD.question, OLD.topic_id, OLD.tags)
    IS DISTINCT FROM (NEW.subject, NEW.question, NEW.topic_id, NEW.tags) THEN pg_current_xact_id() ELSE OLD.words_changed_in END;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What is given, asked for and bent on a case is told of in the transaction that does it, and so is how it ends: whoever ends
-- the case meanwhile, at REPEATABLE READ too, does not do so on what it was before.
CREATE OR REPLACE FUNCTION is_told_of_at_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  row jsonb := to_jsonb(NEW);
  told text := CASE
    WHEN TG_NARGS = 3 THEN TG_ARGV[2]
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
-- What changes of a case itself is what the events say that come with it, and no more: how it ends, that it is opened
-- again, its words, its team, who was there and how often the customer asked.
CREATE OR REPLACE FUNCTION cases_change_as_told() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  told text[];
  ended boolean;
  chased integer;
BEGIN
  SELECT coalesce(array_agg(type), '{}'), bool_or(type = 'case.resolved' AND about_id = NEW.resolution_id),
    -- A call that the owner has answered after all was no chase.
    count(*) FILTER (WHERE type = 'case.chased') - count(*) FILTER (WHERE type = 'contact.completed' AND data @> '{"noChase": true}')
  INTO told, ended, chased
  FROM events WHERE case_id = NEW.id AND case_sequence > OLD.version AND case_sequence <= NEW.version;
  IF (NEW.resolution_id IS DISTINCT FROM OLD.resolution_id AND NEW.resolution_id IS NOT NULL AND ended IS NOT TRUE)
    OR (OLD.callback_id IS NULL AND NEW.callback_id IS NOT NULL AND NOT told @> '{case.reopened}')
    OR ((OLD.subject, OLD.question, OLD.topic_id, OLD.tags)
      IS DISTINCT FROM (NEW.subject, NEW.question, NEW.topic_id, NEW.tags) AND NOT told @> '{case.changed}')
    OR (OLD.team_id <> NEW.team_id AND OLD.callback_id IS NULL AND NEW.callback_id IS NULL)
    OR (OLD.team_id <> NEW.team_id AND NOT told && '{case.changed,case.reopened,case.succeeded}')
    OR (told @> '{case.changed}' AND EXISTS (SELECT FROM events e, jsonb_array_elements_text(
        CASE jsonb_typeof(e.data -> 'fields') WHEN 'array' THEN e.data -> 'fields' END) f (field)
      WHERE e.case_id = NEW.id AND e.case_sequence > OLD.version AND e.case_sequence <= NEW.version AND e.type = 'case.changed'
        AND NOT e.data ? 'erasureId' AND CASE f.field WHEN 'subject' THEN OLD.subject = NEW.subject
          WHEN 'question' THEN OLD.question = NEW.question WHEN 'tags' THEN OLD.tags = NEW.tags
          WHEN 'topic' THEN OLD.topic_id IS NOT DISTINCT FROM NEW.topic_id WHEN 'teamId' THEN OLD.team_id = NEW.team_id ELSE true END))
    OR (OLD.faces <> NEW.faces AND NOT told && '{contact.recorded,contact.completed}')
    OR NEW.chases - OLD.chases <> chased THEN
    RAISE EXCEPTION 'the history tells of something else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_of_an_outreach_are_opened_by_it AFTER INSERT ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.opened_by_kind = 'employee' AND NEW.opened_by_id <> NEW.owner_id AND NEW.origin = 'outreach')
  EXECUTE FUNCTION cases_are_owned_by_who_takes_them();
--> statement-breakpoint
-- Whether it helped is said, or said otherwise: nobody writes that again which stands there, so that it could be told of once more.
CREATE TRIGGER consultations_are_rated_anew BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (OLD.state = 'answered' AND OLD.helpful IS NOT DISTINCT FROM NEW.helpful AND OLD.version = NEW.version)
  EXECUTE FUNCTION refuse('consultations_are_final');
--> statement-breakpoint
DROP TRIGGER events_tell_of_what_is_so ON events;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER events_tell_of_what_is_so AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.type IN ('ask.answered', 'ask.granted-by-silence', 'ask.made', 'ask.withdrawn', 'consultation.rated', 'deviation.recorded',
    'gesture.fulfilled', 'gesture.granted', 'gesture.withdrawn', 'idea.overdue', 'rule.review-due', 'customer.erased'))
  EXECUTE FUNCTION events_tell_of_what_is_so();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER events_reopen_what_has_ended AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.type = 'case.reopened') EXECUTE FUNCTION events_reopen_what_has_ended();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER events_tell_of_a_change AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.type = 'case.changed') EXECUTE FUNCTION events_tell_of_a_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER cases_know_that_they_moved BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (OLD.team_id <> NEW.team_id OR OLD.changed_team <> NEW.changed_team
    OR OLD.team_changed_in IS DISTINCT FROM NEW.team_changed_in OR OLD.words_changed_in IS DISTINCT FROM NEW.words_changed_in
    OR OLD.subject <> NEW.subject OR OLD.question <> NEW.question OR OLD.topic_id IS DISTINCT FROM NEW.topic_id
    OR OLD.tags <> NEW.tags)
  EXECUTE FUNCTION cases_know_that_they_moved();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER consultations_rating_is_told_of AFTER UPDATE ON consultations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.helpful IS DISTINCT FROM NEW.helpful)
  EXECUTE FUNCTION is_told_of_at_once('consultations_rating_is_told_of', 'consultationId', 'consultation.rated');
--> statement-breakpoint
-- No customer asked again about a case that only begins, and nothing of it has changed.
CREATE OR REPLACE TRIGGER cases_begin_unchased BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.chases <> 0 OR num_nonnulls(NEW.team_changed_in, NEW.words_changed_in) > 0) EXECUTE FUNCTION refuse('cases_change_is_in_the_history');
--> statement-breakpoint
-- Sweeps: TRUNCATE fires nothing that a DELETE fires, and asks no row whether it may go. What stays says so on its own page; here
-- stands what goes row by row: keys and departures, which every instance has to hear of, and what words are searched by.
CREATE TRIGGER api_keys_are_not_swept BEFORE TRUNCATE ON api_keys EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER customer_facts_are_not_swept BEFORE TRUNCATE ON customer_facts EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER customer_references_are_not_swept BEFORE TRUNCATE ON customer_references EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER departures_are_not_swept BEFORE TRUNCATE ON departures EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER employee_topics_are_not_swept BEFORE TRUNCATE ON employee_topics EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER imports_are_not_swept BEFORE TRUNCATE ON imports EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER import_refusals_are_not_swept BEFORE TRUNCATE ON import_refusals EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER pulse_givers_are_not_swept BEFORE TRUNCATE ON pulse_givers EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER shared_values_are_not_swept BEFORE TRUNCATE ON shared_values EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER webhooks_are_not_swept BEFORE TRUNCATE ON webhooks EXECUTE FUNCTION refuse('rows_are_not_swept');
--> statement-breakpoint
CREATE TRIGGER webhook_deliveries_are_not_swept BEFORE TRUNCATE ON webhook_deliveries EXECUTE FUNCTION refuse('rows_are_not_swept');
