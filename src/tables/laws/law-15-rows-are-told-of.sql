-- Law 15, history is kept: nothing of a case without its event.

-- Each row of a case's history has its event: of the type that fits, about this row, in the history of its case. What
-- is told of names its type in a generated column, so the rest is a foreign key to what never changes. Attempts in
-- which the customer was reached are told of as what they kept.
ALTER TABLE contacts ADD CONSTRAINT contacts_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE callbacks ADD CONSTRAINT callbacks_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE callbacks ADD CONSTRAINT callbacks_end_is_told_of
  FOREIGN KEY (id, ended_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE callbacks ADD CONSTRAINT callbacks_due_is_told_of
  FOREIGN KEY (id, due_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE callbacks ADD CONSTRAINT callbacks_overdue_is_told_of
  FOREIGN KEY (id, overdue_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE callback_attempts ADD CONSTRAINT callback_attempts_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE resolutions ADD CONSTRAINT resolutions_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE consultations ADD CONSTRAINT consultations_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE consultations ADD CONSTRAINT consultations_end_is_told_of
  FOREIGN KEY (id, ended_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE consultations ADD CONSTRAINT consultations_overdue_is_told_of
  FOREIGN KEY (id, overdue_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE successions ADD CONSTRAINT successions_are_told_of
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE successions ADD CONSTRAINT successions_move_is_told_of
  FOREIGN KEY (id, moved_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE case_corrections ADD CONSTRAINT case_corrections_event_is_theirs
  FOREIGN KEY (id, told_as, case_id) REFERENCES events (about_id, type, case_id) DEFERRABLE INITIALLY DEFERRED;

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

CREATE CONSTRAINT TRIGGER notes_are_told_of AFTER INSERT ON notes DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION is_told_of('notes_are_told_of');
CREATE CONSTRAINT TRIGGER contacts_completion_is_told_of AFTER UPDATE ON contacts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.outcome <> NEW.outcome) EXECUTE FUNCTION is_told_of('contacts_completion_is_told_of');

-- What is given, asked for and bent on a case is told of in the transaction that does it, and so is how it ends: whoever ends
-- the case meanwhile, at REPEATABLE READ too, does not do so on what it was before.
CREATE FUNCTION is_told_of_at_once() RETURNS trigger
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

CREATE CONSTRAINT TRIGGER gestures_are_told_of AFTER INSERT ON gestures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.ask_id IS NULL)
  EXECUTE FUNCTION is_told_of_at_once('gestures_are_told_of', 'gestureId', 'gesture.granted');
CREATE CONSTRAINT TRIGGER gestures_end_is_told_of AFTER UPDATE ON gestures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND NEW.state <> 'refused')
  EXECUTE FUNCTION is_told_of_at_once('gestures_are_told_of', 'gestureId');
CREATE CONSTRAINT TRIGGER asks_are_told_of AFTER INSERT ON asks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION is_told_of_at_once('asks_are_told_of', 'askId', 'ask.made');
CREATE CONSTRAINT TRIGGER asks_end_is_told_of AFTER UPDATE ON asks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION is_told_of_at_once('asks_are_told_of', 'askId');
CREATE CONSTRAINT TRIGGER deviations_are_told_of AFTER INSERT ON deviations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION is_told_of_at_once('deviations_are_told_of', 'deviationId', 'deviation.recorded');

CREATE CONSTRAINT TRIGGER consultations_rating_is_told_of AFTER UPDATE ON consultations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.helpful IS DISTINCT FROM NEW.helpful)
  EXECUTE FUNCTION is_told_of_at_once('consultations_rating_is_told_of', 'consultationId', 'consultation.rated');

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

CREATE CONSTRAINT TRIGGER ideas_overdue_is_told_of AFTER UPDATE ON ideas DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.overdue_told_at IS NULL AND NEW.overdue_told_at IS NOT NULL)
  EXECUTE FUNCTION is_told_to_be_due('ideas_overdue_is_told_of', 'ideaId', 'idea.overdue');
CREATE CONSTRAINT TRIGGER rules_due_is_told_of AFTER UPDATE ON rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.due_told_at IS NULL AND NEW.due_told_at IS NOT NULL)
  EXECUTE FUNCTION is_told_to_be_due('rules_due_is_told_of', 'ruleId', 'rule.review-due');

-- No customer asked again about a case that only begins, and nothing of it has changed.
CREATE TRIGGER cases_begin_unchased BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.chases <> 0 OR num_nonnulls(NEW.team_changed_in, NEW.words_changed_in) > 0) EXECUTE FUNCTION refuse('cases_change_is_in_the_history');

-- What changes of a case itself is what the events say that come with it, and no more: how it ends, that it is opened
-- again, its words, its team, who was there and how often the customer asked.
CREATE FUNCTION cases_change_as_told() RETURNS trigger
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
        AND NOT (e.data ? 'erasureId' AND is_being_erased(NEW.customer_id)) AND CASE f.field WHEN 'subject' THEN OLD.subject = NEW.subject
          WHEN 'question' THEN OLD.question = NEW.question WHEN 'tags' THEN OLD.tags = NEW.tags
          WHEN 'topic' THEN OLD.topic_id IS NOT DISTINCT FROM NEW.topic_id WHEN 'teamId' THEN OLD.team_id = NEW.team_id ELSE true END))
    OR (OLD.faces <> NEW.faces AND NOT told && '{contact.recorded,contact.completed}')
    OR NEW.chases - OLD.chases <> chased THEN
    RAISE EXCEPTION 'the history tells of something else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER cases_change_as_told AFTER UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.callback_id IS NULL) <> (NEW.callback_id IS NULL) OR OLD.resolution_id IS DISTINCT FROM NEW.resolution_id
    OR OLD.subject <> NEW.subject OR OLD.question <> NEW.question OR OLD.topic_id IS DISTINCT FROM NEW.topic_id
    OR OLD.tags <> NEW.tags OR OLD.team_id <> NEW.team_id OR OLD.faces <> NEW.faces OR OLD.chases <> NEW.chases)
  EXECUTE FUNCTION cases_change_as_told();
