-- Law 15, history is kept. Every change is in the history, and what is history does not change.

-- Each event of a case follows the one before it.
ALTER TABLE events ADD CONSTRAINT events_case_exists FOREIGN KEY (case_id) REFERENCES cases (id);

ALTER TABLE events ADD CONSTRAINT events_without_a_gap
  FOREIGN KEY (case_id, previous_sequence) REFERENCES events (case_id, case_sequence);

-- A case is never ahead of its history: its version is the number of its last event.
ALTER TABLE cases ADD CONSTRAINT cases_change_is_in_the_history
  FOREIGN KEY (id, version) REFERENCES events (case_id, case_sequence) DEFERRABLE INITIALLY DEFERRED;

-- It changes together with its history, each time by an event more.
CREATE TRIGGER cases_version_grows BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (NEW.version <= OLD.version) EXECUTE FUNCTION refuse('cases_change_is_in_the_history');

-- The history is never ahead of its case either: whoever appends an event says so in the case, and what it tells of is there
-- when its transaction ends. An event that was written ahead would tell of what never was, or spare the telling when it is.
CREATE FUNCTION events_are_the_cases() RETURNS trigger
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

CREATE CONSTRAINT TRIGGER events_are_the_cases AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION events_are_the_cases();

-- What tells of a case stands in its history, and what tells of a row names it: nothing else could look whether it is so, and
-- of a deadline that is told of once nobody would be told when it comes. Asked of what is written from now on.
CREATE TRIGGER events_name_what_they_tell_of AFTER INSERT ON events FOR EACH ROW
  WHEN ((NEW.case_id IS NULL
      AND NEW.type ~ '^(ask|callback|case|consultation|contact|deviation|gesture|note|succession)\.')
    OR (NEW.about_id IS NULL AND (NEW.type LIKE 'callback.%'
      OR (NEW.type LIKE 'consultation.%' AND NEW.type <> 'consultation.rated')
      OR NEW.type IN ('case.chased', 'case.customer-corrected', 'case.resolved', 'case.succeeded', 'contact.completed',
        'contact.recorded', 'note.added', 'succession.requested'))))
  EXECUTE FUNCTION refuse('events_tell_of_what_is_there');

-- What is given, asked for, bent and rated tells of it when it is so, in the transaction that does it, as the row has to be told of:
-- each once. So do the alert of an idea or a rule, which would be told no more when it is due, and an erasure.
CREATE FUNCTION events_tell_of_what_is_so() RETURNS trigger
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

CREATE CONSTRAINT TRIGGER events_tell_of_what_is_so AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.type IN ('ask.answered', 'ask.granted-by-silence', 'ask.made', 'ask.withdrawn', 'consultation.rated', 'deviation.recorded',
    'gesture.fulfilled', 'gesture.granted', 'gesture.withdrawn', 'idea.overdue', 'rule.review-due', 'customer.erased'))
  EXECUTE FUNCTION events_tell_of_what_is_so();

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

CREATE CONSTRAINT TRIGGER events_reopen_what_has_ended AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.type = 'case.reopened') EXECUTE FUNCTION events_reopen_what_has_ended();

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

CREATE CONSTRAINT TRIGGER events_tell_of_a_change AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.type = 'case.changed') EXECUTE FUNCTION events_tell_of_a_change();

-- An event never changes. Its place stands in a table of its own: see the feed's page, also for `position`.
CREATE TRIGGER events_are_final BEFORE UPDATE ON events FOR EACH ROW
  WHEN ((OLD.id, OLD.type, OLD.at, OLD.case_id, OLD.case_sequence, OLD.customer_id,
      OLD.actor_kind, OLD.actor_id, OLD.on_behalf_of, OLD.data, OLD.tx, OLD.trace_parent)
    IS DISTINCT FROM (NEW.id, NEW.type, NEW.at, NEW.case_id, NEW.case_sequence, NEW.customer_id,
      NEW.actor_kind, NEW.actor_id, NEW.on_behalf_of, NEW.data, NEW.tx, NEW.trace_parent)
    OR OLD.position IS NOT NULL)
  EXECUTE FUNCTION refuse('events_are_final');
CREATE TRIGGER events_stay BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse('events_are_final');
CREATE TRIGGER events_stay_all BEFORE TRUNCATE ON events EXECUTE FUNCTION refuse('events_are_final');

-- How a case was opened is history: by whom and how, whom it is about, and why its owner got it.
CREATE TRIGGER cases_opening_is_history BEFORE UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.id, OLD.reference, OLD.opened_at, OLD.opened_by_kind, OLD.opened_by_id, OLD.origin, OLD.channel,
      OLD.about_employee_id)
    IS DISTINCT FROM (NEW.id, NEW.reference, NEW.opened_at, NEW.opened_by_kind, NEW.opened_by_id, NEW.origin, NEW.channel,
      NEW.about_employee_id)
    OR (OLD.owner_id = NEW.owner_id AND (OLD.assignment_reason, OLD.assignment_considered)
      IS DISTINCT FROM (NEW.assignment_reason, NEW.assignment_considered)))
  EXECUTE FUNCTION refuse('cases_opening_is_history');

-- Whether it was another team's before stays known: by it is found what stands under that team and is this one's now. So does
-- in which transaction it came: a case is not lent to another team for as long as something is asked of its agreement. And so does in
-- which its words changed, by which an event is held that tells of it.
CREATE FUNCTION cases_know_that_they_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.changed_team := OLD.changed_team OR OLD.team_id <> NEW.team_id;
  NEW.team_changed_in := CASE WHEN OLD.team_id <> NEW.team_id THEN pg_current_xact_id() ELSE OLD.team_changed_in END;
  NEW.words_changed_in := CASE WHEN (OLD.subject, OLD.question, OLD.topic_id, OLD.tags)
    IS DISTINCT FROM (NEW.subject, NEW.question, NEW.topic_id, NEW.tags) THEN pg_current_xact_id() ELSE OLD.words_changed_in END;
  RETURN NEW;
END $$;

CREATE TRIGGER cases_know_that_they_moved BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (OLD.team_id <> NEW.team_id OR OLD.changed_team <> NEW.changed_team
    OR OLD.team_changed_in IS DISTINCT FROM NEW.team_changed_in OR OLD.words_changed_in IS DISTINCT FROM NEW.words_changed_in
    OR OLD.subject <> NEW.subject OR OLD.question <> NEW.question OR OLD.topic_id IS DISTINCT FROM NEW.topic_id
    OR OLD.tags <> NEW.tags)
  EXECUTE FUNCTION cases_know_that_they_moved();

CREATE TRIGGER cases_stay BEFORE DELETE ON cases FOR EACH ROW EXECUTE FUNCTION refuse('cases_stay');
CREATE TRIGGER cases_stay_all BEFORE TRUNCATE ON cases EXECUTE FUNCTION refuse('cases_stay');

-- What was personal of a customer can be erased; that they were there, and what their team agreed on, stays.
CREATE TRIGGER customers_stay BEFORE DELETE ON customers FOR EACH ROW EXECUTE FUNCTION refuse('customers_stay');
CREATE TRIGGER customers_stay_who_they_are BEFORE UPDATE ON customers FOR EACH ROW
  WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION refuse('customers_stay');
CREATE TRIGGER agreements_stay_the_teams BEFORE UPDATE ON agreements FOR EACH ROW
  WHEN (OLD.team_id <> NEW.team_id) EXECUTE FUNCTION refuse('agreements_stay');
CREATE TRIGGER agreements_stay BEFORE DELETE ON agreements FOR EACH ROW EXECUTE FUNCTION refuse('agreements_stay');
CREATE TRIGGER agreements_stay_all BEFORE TRUNCATE ON agreements EXECUTE FUNCTION refuse('agreements_stay');

-- Contacts stay as they are, but for one thing: of a call that nobody seemed to answer it turns out that somebody
-- did, once, and by whom. It takes a call that is on record as answered, so no script can make one up from a try that
-- failed.
CREATE FUNCTION contacts_are_history() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND ((OLD.direction = 'inbound' AND OLD.outcome = 'missed')
      OR (OLD.direction = 'outbound' AND OLD.outcome IN ('no-answer', 'busy')
        AND (OLD.employee_id, OLD.spoken_for) IS NOT DISTINCT FROM (NEW.employee_id, NEW.spoken_for)))
    AND NEW.outcome = 'reached'
    AND (OLD.id, OLD.case_id, OLD.direction, OLD.channel, OLD.summary, OLD.at, OLD.answered, OLD.opening,
        OLD.participants, OLD.recorded_by_kind, OLD.recorded_by_id, OLD.recorded_at, OLD.thanks, OLD.chose_from,
        OLD.chose_until)
      IS NOT DISTINCT FROM (NEW.id, NEW.case_id, NEW.direction, NEW.channel, NEW.summary, NEW.at, NEW.answered,
        NEW.opening, NEW.participants, NEW.recorded_by_kind, NEW.recorded_by_id, NEW.recorded_at, NEW.thanks,
        NEW.chose_from, NEW.chose_until) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF is_erasure(TG_RELID, to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'contacts are history' USING
    ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
END $$;

CREATE TRIGGER contacts_are_history BEFORE UPDATE OR DELETE ON contacts FOR EACH ROW
  EXECUTE FUNCTION contacts_are_history();

-- Its own call, which was told to be answered, by the employee whom the contact names then; or by whom the case is about, who
-- is named by none. Deferred, since the call and its contact are written by one statement.
CREATE FUNCTION contacts_completed_by_a_call() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM calls l JOIN call_events v ON v.call_id = l.id AND v.event = 'answered'
      WHERE l.contact_id = NEW.id AND l.answered AND NEW.employee_id IS NOT DISTINCT FROM
        nullif(l.answered_by_id, (SELECT about_employee_id FROM cases WHERE id = NEW.case_id))) THEN
    RAISE EXCEPTION 'no call says that it was answered' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contacts_completed_by_a_call AFTER UPDATE ON contacts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.outcome <> NEW.outcome) EXECUTE FUNCTION contacts_completed_by_a_call();
CREATE TRIGGER contacts_stay_all BEFORE TRUNCATE ON contacts EXECUTE FUNCTION refuse('contacts_are_history');

-- Who took part in a contact is an employee.
CREATE FUNCTION contacts_participants_are_employees() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM jsonb_array_elements_text(NEW.participants) p
      WHERE NOT EXISTS (SELECT FROM employees WHERE id = p::uuid)) THEN
    RAISE EXCEPTION 'a participant is no employee' USING
      ERRCODE = 'foreign_key_violation', CONSTRAINT = 'contacts_participants_are_employees', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contacts_participants_are_employees AFTER INSERT ON contacts FOR EACH ROW
  WHEN (NEW.participants <> '[]') EXECUTE FUNCTION contacts_participants_are_employees();

-- A note stays what its author wrote.
CREATE TRIGGER notes_are_history BEFORE UPDATE OR DELETE ON notes FOR EACH ROW
  EXECUTE FUNCTION refuse('notes_are_history');
CREATE TRIGGER notes_stay_all BEFORE TRUNCATE ON notes EXECUTE FUNCTION refuse('notes_are_history');

-- So are the tries at keeping a promise, and how a case ended.
CREATE TRIGGER callback_attempts_are_history BEFORE UPDATE OR DELETE ON callback_attempts FOR EACH ROW
  EXECUTE FUNCTION refuse('callback_attempts_are_history');
CREATE TRIGGER callback_attempts_stay_all BEFORE TRUNCATE ON callback_attempts
  EXECUTE FUNCTION refuse('callback_attempts_are_history');
CREATE TRIGGER resolutions_are_history BEFORE UPDATE OR DELETE ON resolutions FOR EACH ROW
  EXECUTE FUNCTION refuse('resolutions_are_history');
CREATE TRIGGER resolutions_stay_all BEFORE TRUNCATE ON resolutions
  EXECUTE FUNCTION refuse('resolutions_are_history');
