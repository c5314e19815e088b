DROP TRIGGER cases_end_anew ON cases;
--> statement-breakpoint
DROP ROUTINE cases_end_anew;
--> statement-breakpoint
CREATE FUNCTION callback_attempts_know_their_day() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT b.case_id, b.made_at, (NEW.at AT TIME ZONE a.time_zone)::date INTO NEW.case_id, NEW.promised_at, NEW.day
  FROM callbacks b JOIN cases c ON c.id = b.case_id JOIN agreements a ON a.team_id = c.team_id
  WHERE b.id = NEW.callback_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A resolution is how its case ends, at once: when the transaction is over, the case points at it. What ended a case
-- once does not end it again, since the event that tells of it is one (law 15).
CREATE FUNCTION cases_end_by_it() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  resolution uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'resolutions' THEN 'id' ELSE 'resolution_id' END;
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND resolution_id = resolution FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the case does not end by it' USING
      ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A note is told of by itself, or by the opening of the case for the reason that it holds. Events never change, so
-- one look is enough, whenever it is taken.
CREATE FUNCTION is_told_of() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events WHERE about_id = NEW.id AND case_id = NEW.case_id
      AND type IN ('note.added', 'case.reopened', 'contact.completed')) THEN
    RAISE EXCEPTION 'the history knows nothing of it' USING
      ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What changes of a case itself is what the events say that come with it, and no more: how it ends, that it is opened
-- again, its words, its team, who was there and how often the customer asked.
CREATE FUNCTION cases_change_as_told() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  told text[];
  ended boolean;
BEGIN
  SELECT coalesce(array_agg(type), '{}'), bool_or(type = 'case.resolved' AND about_id = NEW.resolution_id) INTO told, ended
  FROM events WHERE case_id = NEW.id AND case_sequence > OLD.version AND case_sequence <= NEW.version;
  IF (NEW.resolution_id IS DISTINCT FROM OLD.resolution_id AND NEW.resolution_id IS NOT NULL AND ended IS NOT TRUE)
    OR (OLD.callback_id IS NULL AND NEW.callback_id IS NOT NULL AND NOT told @> '{case.reopened}')
    OR ((OLD.subject, OLD.question, OLD.topic_id, OLD.tags)
      IS DISTINCT FROM (NEW.subject, NEW.question, NEW.topic_id, NEW.tags) AND NOT told @> '{case.changed}')
    OR (OLD.team_id <> NEW.team_id AND NOT told && '{case.changed,case.reopened,case.succeeded}')
    OR (OLD.faces <> NEW.faces AND NOT told && '{contact.recorded,contact.completed}')
    OR NEW.chases - OLD.chases <> cardinality(array_positions(told, 'case.chased')) THEN
    RAISE EXCEPTION 'the history tells of something else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A try belongs to a promise of its case, and says when that was made: one of before counts for nothing. Its day is the day on the clocks of the team, whoever
-- counted: the agreement asks for tries on different ones.
ALTER TABLE callback_attempts ADD CONSTRAINT callback_attempts_follow_their_promise
  FOREIGN KEY (case_id, callback_id, promised_at) REFERENCES callbacks (case_id, id, made_at)
    DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
-- Each row of a case's history has its event: of the type that fits, about this row, in the history of its case. What
-- is told of names its type in a generated column, so the rest is a foreign key to what never changes. Attempts in
-- which the customer was reached are told of as what they kept.
ALTER TABLE contacts ADD CONSTRAINT contacts_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE callbacks ADD CONSTRAINT callbacks_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE callbacks ADD CONSTRAINT callbacks_end_is_told_of
  FOREIGN KEY (id, ended_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE callbacks ADD CONSTRAINT callbacks_due_is_told_of
  FOREIGN KEY (id, due_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE callbacks ADD CONSTRAINT callbacks_overdue_is_told_of
  FOREIGN KEY (id, overdue_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE callback_attempts ADD CONSTRAINT callback_attempts_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE resolutions ADD CONSTRAINT resolutions_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE consultations ADD CONSTRAINT consultations_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE consultations ADD CONSTRAINT consultations_end_is_told_of
  FOREIGN KEY (id, ended_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE consultations ADD CONSTRAINT consultations_overdue_is_told_of
  FOREIGN KEY (id, overdue_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE successions ADD CONSTRAINT successions_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE successions ADD CONSTRAINT successions_move_is_told_of
  FOREIGN KEY (id, moved_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE case_corrections ADD CONSTRAINT case_corrections_event_is_theirs
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
CREATE TRIGGER callback_attempts_know_their_day BEFORE INSERT ON callback_attempts FOR EACH ROW
  EXECUTE FUNCTION callback_attempts_know_their_day();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER resolutions_end_their_case AFTER INSERT ON resolutions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cases_end_by_it('resolutions_end_their_case');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_end_with_their_case AFTER UPDATE ON callbacks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state <> 'released' AND NEW.state = 'released')
    EXECUTE FUNCTION cases_end_by_it('callbacks_released_with_its_case');
--> statement-breakpoint
-- A note stays what its author wrote.
CREATE TRIGGER notes_are_history BEFORE UPDATE OR DELETE ON notes FOR EACH ROW
  EXECUTE FUNCTION refuse('notes_are_history');
--> statement-breakpoint
CREATE TRIGGER notes_stay_all BEFORE TRUNCATE ON notes EXECUTE FUNCTION refuse('notes_are_history');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER notes_are_told_of AFTER INSERT ON notes DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION is_told_of('notes_are_told_of');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER contacts_completion_is_told_of AFTER UPDATE ON contacts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION is_told_of('contacts_completion_is_told_of');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_change_as_told AFTER UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.callback_id IS NULL) <> (NEW.callback_id IS NULL) OR OLD.resolution_id IS DISTINCT FROM NEW.resolution_id
    OR OLD.subject <> NEW.subject OR OLD.question <> NEW.question OR OLD.topic_id IS DISTINCT FROM NEW.topic_id
    OR OLD.tags <> NEW.tags OR OLD.team_id <> NEW.team_id OR OLD.faces <> NEW.faces OR OLD.chases <> NEW.chases)
  EXECUTE FUNCTION cases_change_as_told();
--> statement-breakpoint
CREATE TRIGGER events_are_of_now BEFORE INSERT ON events FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('events_are_of_now');
--> statement-breakpoint
CREATE TRIGGER contacts_are_of_now BEFORE INSERT ON contacts FOR EACH ROW
  WHEN (NEW.recorded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('contacts_are_of_now');
--> statement-breakpoint
CREATE TRIGGER notes_are_of_now BEFORE INSERT ON notes FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('notes_are_of_now');
--> statement-breakpoint
CREATE TRIGGER callbacks_are_of_now BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.made_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('callbacks_are_of_now');
--> statement-breakpoint
CREATE TRIGGER callback_attempts_are_of_now BEFORE INSERT ON callback_attempts FOR EACH ROW
  WHEN (NEW.recorded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('callback_attempts_are_of_now');
--> statement-breakpoint
CREATE TRIGGER resolutions_are_of_now BEFORE INSERT ON resolutions FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('resolutions_are_of_now');
--> statement-breakpoint
CREATE TRIGGER consultations_are_of_now BEFORE INSERT ON consultations FOR EACH ROW
  WHEN (NEW.asked_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('consultations_are_of_now');
--> statement-breakpoint
CREATE TRIGGER successions_are_of_now BEFORE INSERT ON successions FOR EACH ROW
  WHEN (NEW.requested_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('successions_are_of_now');
--> statement-breakpoint
CREATE TRIGGER case_corrections_are_of_now BEFORE INSERT ON case_corrections FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('case_corrections_are_of_now');
--> statement-breakpoint
-- It names the transaction that writes it, by which the feed finds it.
CREATE TRIGGER events_name_their_transaction BEFORE INSERT ON events FOR EACH ROW
  WHEN (NEW.tx IS DISTINCT FROM pg_current_xact_id()) EXECUTE FUNCTION refuse('events_are_final');
--> statement-breakpoint
-- So is what comes later in the life of a row. A promise may have been kept a while ago, but not in time to come.
CREATE TRIGGER callbacks_end_is_of_now BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN ((OLD.state IS DISTINCT FROM NEW.state AND (NEW.closed_at > now() + interval '5 minutes'
      OR (NEW.state <> 'kept' AND NEW.closed_at < now() - interval '5 minutes')))
    OR (OLD.reminded_at IS NULL
      AND NEW.reminded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.overdue_told_at IS NULL
      AND NEW.overdue_told_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('callbacks_are_of_now');
--> statement-breakpoint
CREATE TRIGGER consultations_end_is_of_now BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN ((OLD.closed_at IS NULL
      AND NEW.closed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.overdue_told_at IS NULL
      AND NEW.overdue_told_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('consultations_are_of_now');
--> statement-breakpoint
CREATE TRIGGER successions_completion_is_of_now BEFORE UPDATE ON successions FOR EACH ROW
  WHEN (OLD.completed_at IS NULL
    AND NEW.completed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('successions_are_of_now');
