SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
-- And nobody says that it was answered, or is over, without being told: the event is on record, and the call says what the events say.
-- Else what is told later would be heard as told before.
CREATE FUNCTION calls_say_what_was_told() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  call CONSTANT uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF TG_TABLE_NAME = 'calls' AND EXISTS (SELECT FROM calls l CROSS JOIN LATERAL (VALUES ('answered', l.answered), ('ended', l.ended)) f (event, told)
      WHERE l.id = call AND f.told AND NOT (to_jsonb(OLD) ->> f.event)::boolean
        AND NOT EXISTS (SELECT FROM call_events e WHERE e.call_id = call AND e.event = f.event))
    OR TG_TABLE_NAME = 'call_events' AND NOT EXISTS (SELECT FROM calls l WHERE l.id = call
      AND CASE to_jsonb(NEW) ->> 'event' WHEN 'ringing' THEN l.rang WHEN 'answered' THEN l.answered ELSE l.ended END) THEN
    RAISE EXCEPTION 'nobody has told of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'calls_say_what_was_told', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Who recorded a contact is asked by the case that it changes, so that no contact of another case is looked at once more: those
-- that are told of in this change are there, and nobody recorded one, or spoke in it, whom it is hidden from. Deferred, since they may be written
-- after it.
CREATE OR REPLACE FUNCTION contacts_are_recorded_by_who_may_know() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM events e LEFT JOIN contacts t ON t.id = e.about_id
      WHERE e.case_id = NEW.id AND e.case_sequence > OLD.version AND e.type = 'contact.recorded'
        AND (t.id IS NULL OR is_hidden_from(t.recorded_by_id, NEW.about_employee_id, OLD.owner_id, t.recorded_at)
          OR is_hidden_from(t.employee_id, NEW.about_employee_id, OLD.owner_id, t.recorded_at))) THEN
    RAISE EXCEPTION 'nobody acts on what is hidden from them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_are_hidden_from_whom_they_concern', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- It moves its case, at once: when the transaction is over, the case names it. And one that belongs to a merge is of the transaction in
-- which they are merged, or parted again, and what it moved goes back: by a merge of long ago nobody gives a case to somebody else.
CREATE OR REPLACE FUNCTION case_corrections_move_their_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND correction_id = NEW.id)
    OR (NEW.merge_id IS NOT NULL AND NOT EXISTS (SELECT FROM customer_merges
      WHERE id = NEW.merge_id AND xmin = pg_current_xact_id()::xid
        AND CASE WHEN reversed_at IS NULL THEN NEW.from_customer_id = customer_id
          ELSE NEW.from_customer_id = into_id AND EXISTS (SELECT FROM case_corrections went
            WHERE went.merge_id = NEW.merge_id AND went.case_id = NEW.case_id AND went.to_customer_id = into_id) END)) THEN
    RAISE EXCEPTION 'the case stays where it was' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A departure is complete when they have left, and not before: who only seems to have can neither leave nor stay.
CREATE FUNCTION departures_complete_as_they_leave() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM departures d JOIN employees e ON e.id = d.employee_id
      WHERE d.employee_id = NEW.employee_id AND d.completed_at IS NOT NULL AND e.departed_at IS NULL) THEN
    RAISE EXCEPTION 'they have not left' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'departures_complete_as_they_leave', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A merge is reversed as a whole: of the cases that went over by it none stays where it went, unless it has gone on since.
CREATE FUNCTION customer_merges_are_reversed_whole() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM case_corrections x JOIN cases c ON c.id = x.case_id AND c.correction_id = x.id
      WHERE x.merge_id = NEW.id AND x.from_customer_id = NEW.customer_id) THEN
    RAISE EXCEPTION 'their cases go back' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'customer_merges_are_reversed_whole', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION customer_references_keep_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE customers SET search = search
  WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.customer_id END,
    CASE WHEN TG_OP <> 'DELETE' THEN NEW.customer_id END);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A team has agreed on something from its first day on: by that it promises, and without it no question of its customers could be taken.
ALTER TABLE teams ADD CONSTRAINT teams_have_agreements FOREIGN KEY (id) REFERENCES agreements (team_id) DEFERRABLE INITIALLY DEFERRED NOT VALID;
--> statement-breakpoint
-- Rows of before that are not so are named here, all in one message: nothing changes then.
DO $$
DECLARE
  law record;
  key text;
  strays text[];
  message text := '';
BEGIN
  FOR law IN SELECT conrelid::regclass AS here, conname, pg_get_expr(conbin, conrelid) AS form FROM pg_constraint WHERE conname = ANY('{
    event_tickets_caller_is_known, heads_ups_somebody_knows, callbacks_open_have_no_contact, cases_faces_are_somebody,
    contacts_channel_is_known, contacts_outcome_is_known, customer_facts_end_on_a_day, signing_keys_are_of_their_form,
    surveys_faces_are_somebody, teams_have_agreements
  }'::text[]) ORDER BY conname LOOP
    SELECT string_agg(quote_ident(attname), ', ') INTO key
    FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey) WHERE indrelid = law.here AND indisprimary;
    EXECUTE format('SELECT array(SELECT concat_ws(''/'', %s) FROM %s WHERE NOT (%s) ORDER BY 1 LIMIT 101)', key, law.here,
      coalesce(law.form, 'EXISTS (SELECT FROM agreements WHERE team_id = id)')) INTO strays;
    IF strays <> '{}' THEN
      message := message || format(E'\n%s (%s): %s', law.here, law.conname, array_to_string(strays[:100], ', '))
        || CASE WHEN cardinality(strays) > 100 THEN ', and more' ELSE '' END;
    ELSE
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', law.here, law.conname);
    END IF;
  END LOOP;
  IF message <> '' THEN
    RAISE EXCEPTION 'Rows that are not as they have to be, by table and id:%', message
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
-- Nobody's call is lost: a customer who called, and whom nobody answered, has a case, as soon as the number is known.
CREATE TRIGGER calls_missed_begin_as_a_contact BEFORE INSERT ON calls FOR EACH ROW
  WHEN (NEW.direction <> 'outbound' AND NEW.from_number IS NOT NULL AND NEW.contact_id IS NULL AND NOT NEW.answered
    AND (NEW.ended OR NEW.given_up))
  EXECUTE FUNCTION refuse('calls_missed_are_a_contact');
--> statement-breakpoint
CREATE TRIGGER calls_missed_are_a_contact BEFORE UPDATE ON calls FOR EACH ROW
  WHEN (NEW.direction <> 'outbound' AND NEW.from_number IS NOT NULL AND NEW.contact_id IS NULL AND NOT NEW.answered
    AND (NEW.ended OR NEW.given_up) AND (OLD.from_number IS NULL OR NOT (OLD.ended OR OLD.given_up)))
  EXECUTE FUNCTION refuse('calls_missed_are_a_contact');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER calls_say_what_was_told AFTER UPDATE ON calls DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((NEW.answered AND NOT OLD.answered) OR (NEW.ended AND NOT OLD.ended)) EXECUTE FUNCTION calls_say_what_was_told('id');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER call_events_say_what_was_told AFTER INSERT ON call_events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION calls_say_what_was_told('call_id');
--> statement-breakpoint
-- A completed succession is history; one that waits can be completed, and nothing else about it changes.
CREATE OR REPLACE TRIGGER successions_are_history BEFORE UPDATE ON successions FOR EACH ROW
  WHEN (OLD.completed_at IS NOT NULL
    OR (OLD.id, OLD.case_id, OLD.cause, OLD.from_owner_id, OLD.reason,
      OLD.contact_id, OLD.departure_of, OLD.reported_by_id, OLD.requested_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.cause, NEW.from_owner_id, NEW.reason,
      NEW.contact_id, NEW.departure_of, NEW.reported_by_id, NEW.requested_at))
  EXECUTE FUNCTION refuse('successions_are_history');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER departures_complete_as_they_leave AFTER INSERT OR UPDATE ON departures DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.completed_at IS NOT NULL) EXECUTE FUNCTION departures_complete_as_they_leave();
--> statement-breakpoint
-- It begins as one that stands.
CREATE TRIGGER customer_merges_begin_standing BEFORE INSERT ON customer_merges FOR EACH ROW
  WHEN (NEW.reversed_at IS NOT NULL) EXECUTE FUNCTION refuse('customer_merges_are_history');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER customer_merges_are_reversed_whole AFTER UPDATE ON customer_merges DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.reversed_at IS NULL AND NEW.reversed_at IS NOT NULL)
  EXECUTE FUNCTION customer_merges_are_reversed_whole();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER successions_are_of_now BEFORE INSERT ON successions FOR EACH ROW
  WHEN (NEW.requested_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    OR NEW.completed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('successions_are_of_now');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER employees_departure_is_of_now BEFORE UPDATE ON employees FOR EACH ROW
  WHEN ((OLD.departed_at IS NULL
      AND NEW.departed_at NOT BETWEEN now() - interval '169 hours' AND now() + interval '5 minutes')
    OR (OLD.changed_at IS DISTINCT FROM NEW.changed_at
      AND NEW.changed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('employees_are_of_now');
--> statement-breakpoint
-- When somebody changed last is when they did: for a moment to come they would count as somebody who has just come, and others would
-- own what they take (law 3).
CREATE TRIGGER employees_begin_is_of_now BEFORE INSERT ON employees FOR EACH ROW
  WHEN (NEW.changed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('employees_are_of_now');
--> statement-breakpoint
-- A call began within the seven days in which it may be told of, and not in time to come: it would ring for ever.
CREATE TRIGGER calls_begin_is_of_now BEFORE INSERT ON calls FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '169 hours' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('calls_are_of_now');
--> statement-breakpoint
CREATE TRIGGER calls_change_is_of_now BEFORE UPDATE ON calls FOR EACH ROW
  WHEN (OLD.at <> NEW.at AND NEW.at NOT BETWEEN now() - interval '169 hours' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('calls_are_of_now');
--> statement-breakpoint
CREATE OR REPLACE TRIGGER customers_keep_words BEFORE INSERT OR UPDATE OF name, email, phone, search ON customers
  FOR EACH ROW EXECUTE FUNCTION customers_keep_words();
--> statement-breakpoint
-- Words are what triggers keep of what was said, and of names: nobody writes others to them, by which nothing is found, or what was
-- erased is found again.
CREATE TRIGGER case_words_begin_as_said BEFORE INSERT ON case_words FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse('words_are_kept_as_said');
--> statement-breakpoint
CREATE TRIGGER case_words_are_as_said BEFORE UPDATE ON case_words FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse('words_are_kept_as_said');
--> statement-breakpoint
CREATE TRIGGER case_words_stay BEFORE DELETE ON case_words FOR EACH ROW EXECUTE FUNCTION refuse('words_are_kept_as_said');
--> statement-breakpoint
CREATE TRIGGER case_words_stay_all BEFORE TRUNCATE ON case_words EXECUTE FUNCTION refuse('words_are_kept_as_said');
--> statement-breakpoint
CREATE TRIGGER name_words_begin_as_said BEFORE INSERT OR UPDATE ON name_words FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse('words_are_kept_as_said');
--> statement-breakpoint
CREATE TRIGGER name_words_go_as_said BEFORE DELETE ON name_words FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse('words_are_kept_as_said');
--> statement-breakpoint
CREATE TRIGGER name_words_stay_all BEFORE TRUNCATE ON name_words EXECUTE FUNCTION refuse('words_are_kept_as_said');
--> statement-breakpoint
-- Versions: by the number of a row whoever changes it says what they have seen. It begins with one and counts up one by one. One
-- that went back would pass for what somebody saw before; behind the largest there is none, so nobody could ever keep that promise,
-- or erase that customer, and a job that is at many rows would stop at this one. That of a case is the number of its last event.
CREATE TRIGGER absences_version_counts_up BEFORE UPDATE ON absences FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER agreements_version_counts_up BEFORE UPDATE ON agreements FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER asks_version_counts_up BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER budgets_version_counts_up BEFORE UPDATE ON budgets FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER callbacks_version_counts_up BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER calls_version_counts_up BEFORE UPDATE ON calls FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER consultations_version_counts_up BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER customers_version_counts_up BEFORE UPDATE ON customers FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER employees_version_counts_up BEFORE UPDATE ON employees FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER gestures_version_counts_up BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER heads_ups_version_counts_up BEFORE UPDATE ON heads_ups FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER ideas_version_counts_up BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER imports_version_counts_up BEFORE UPDATE ON imports FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER organisation_version_counts_up BEFORE UPDATE ON organisation FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER outreaches_version_counts_up BEFORE UPDATE ON outreaches FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER presences_version_counts_up BEFORE UPDATE ON presences FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER rules_version_counts_up BEFORE UPDATE ON rules FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER shared_values_version_counts_up BEFORE UPDATE ON shared_values FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER successions_version_counts_up BEFORE UPDATE ON successions FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER surveys_version_counts_up BEFORE UPDATE ON surveys FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER teams_version_counts_up BEFORE UPDATE ON teams FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER topics_version_counts_up BEFORE UPDATE ON topics FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER webhooks_version_counts_up BEFORE UPDATE ON webhooks FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
-- The row of a presence is inserted anew each time, and then changes the one that is there.
CREATE TRIGGER absences_version_begins BEFORE INSERT ON absences FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER agreements_version_begins BEFORE INSERT ON agreements FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER asks_version_begins BEFORE INSERT ON asks FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER budgets_version_begins BEFORE INSERT ON budgets FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER callbacks_version_begins BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER calls_version_begins BEFORE INSERT ON calls FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER consultations_version_begins BEFORE INSERT ON consultations FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER customers_version_begins BEFORE INSERT ON customers FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER employees_version_begins BEFORE INSERT ON employees FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER gestures_version_begins BEFORE INSERT ON gestures FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER heads_ups_version_begins BEFORE INSERT ON heads_ups FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER ideas_version_begins BEFORE INSERT ON ideas FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER imports_version_begins BEFORE INSERT ON imports FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER organisation_version_begins BEFORE INSERT ON organisation FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER outreaches_version_begins BEFORE INSERT ON outreaches FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER rules_version_begins BEFORE INSERT ON rules FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER shared_values_version_begins BEFORE INSERT ON shared_values FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER successions_version_begins BEFORE INSERT ON successions FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER surveys_version_begins BEFORE INSERT ON surveys FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER teams_version_begins BEFORE INSERT ON teams FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER topics_version_begins BEFORE INSERT ON topics FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
CREATE TRIGGER webhooks_version_begins BEFORE INSERT ON webhooks FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;
