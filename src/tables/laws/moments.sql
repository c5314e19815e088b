-- Moments: what is recorded is recorded now. Whoever could write yesterday's moment could keep yesterday's promise. The
-- clocks of the service and of the database may differ by a little; a transaction knows one moment, its beginning. A
-- contact, a try or a departure is told of within seven days, and an hour for the clocks that are put forward. That
-- what happened lies before what was recorded, and what ended after what began, are CHECKs on the tables. A database on
-- which time is played with, in tests, goes without these triggers: their names end alike.

CREATE TRIGGER events_are_of_now BEFORE INSERT ON events FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('events_are_of_now');
CREATE TRIGGER contacts_are_of_now BEFORE INSERT ON contacts FOR EACH ROW
  WHEN (NEW.recorded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    OR NEW.at < NEW.recorded_at - interval '169 hours')
  EXECUTE FUNCTION refuse('contacts_are_of_now');
CREATE TRIGGER notes_are_of_now BEFORE INSERT ON notes FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('notes_are_of_now');
CREATE TRIGGER callbacks_are_of_now BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.made_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('callbacks_are_of_now');
CREATE TRIGGER callback_attempts_are_of_now BEFORE INSERT ON callback_attempts FOR EACH ROW
  WHEN (NEW.recorded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    OR NEW.at < NEW.recorded_at - interval '169 hours')
  EXECUTE FUNCTION refuse('callback_attempts_are_of_now');
CREATE TRIGGER resolutions_are_of_now BEFORE INSERT ON resolutions FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('resolutions_are_of_now');
CREATE TRIGGER consultations_are_of_now BEFORE INSERT ON consultations FOR EACH ROW
  WHEN (NEW.asked_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('consultations_are_of_now');
CREATE TRIGGER successions_are_of_now BEFORE INSERT ON successions FOR EACH ROW
  WHEN (NEW.requested_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    OR NEW.completed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('successions_are_of_now');
CREATE TRIGGER case_corrections_are_of_now BEFORE INSERT ON case_corrections FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('case_corrections_are_of_now');

-- It names the transaction that writes it, by which the feed finds it.
CREATE TRIGGER events_name_their_transaction BEFORE INSERT ON events FOR EACH ROW
  WHEN (NEW.tx IS DISTINCT FROM pg_current_xact_id()) EXECUTE FUNCTION refuse('events_are_final');

-- So is what comes later in the life of a row. A promise may have been kept a while ago, but not in time to come.
CREATE TRIGGER callbacks_end_is_of_now BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN ((OLD.state IS DISTINCT FROM NEW.state AND (NEW.closed_at > now() + interval '5 minutes'
      OR (NEW.state <> 'kept' AND NEW.closed_at < now() - interval '5 minutes')))
    OR (OLD.reminded_at IS NULL
      AND NEW.reminded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.overdue_told_at IS NULL
      AND NEW.overdue_told_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('callbacks_are_of_now');
CREATE TRIGGER consultations_end_is_of_now BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN ((OLD.closed_at IS NULL
      AND NEW.closed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.overdue_told_at IS NULL
      AND NEW.overdue_told_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('consultations_are_of_now');
CREATE TRIGGER successions_completion_is_of_now BEFORE UPDATE ON successions FOR EACH ROW
  WHEN (OLD.completed_at IS NULL
    AND NEW.completed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('successions_are_of_now');

CREATE TRIGGER employees_departure_is_of_now BEFORE UPDATE ON employees FOR EACH ROW
  WHEN ((OLD.departed_at IS NULL
      AND NEW.departed_at NOT BETWEEN now() - interval '169 hours' AND now() + interval '5 minutes')
    OR (OLD.changed_at IS DISTINCT FROM NEW.changed_at
      AND NEW.changed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('employees_are_of_now');

-- When somebody changed last is when they did: for a moment to come they would count as somebody who has just come, and others would
-- own what they take (law 3).
CREATE TRIGGER employees_begin_is_of_now BEFORE INSERT ON employees FOR EACH ROW
  WHEN (NEW.changed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('employees_are_of_now');

-- A case is opened now: an older one would make a duplicate of what was there before (law 8).
CREATE TRIGGER cases_are_of_now BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.opened_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('cases_are_of_now');

-- A call began within the seven days in which it may be told of, and not in time to come: it would ring for ever.
CREATE TRIGGER calls_begin_is_of_now BEFORE INSERT ON calls FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '169 hours' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('calls_are_of_now');
CREATE TRIGGER calls_change_is_of_now BEFORE UPDATE ON calls FOR EACH ROW
  WHEN (OLD.at <> NEW.at AND NEW.at NOT BETWEEN now() - interval '169 hours' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('calls_are_of_now');

-- What is given is given now, and so counts in its own period and by who speaks for the owner now (laws 11 and 13); of what
-- is asked for, the ask says when. Silence says yes when its time is over, and a no comes before: neither is dated back.
CREATE TRIGGER gestures_are_of_now BEFORE INSERT ON gestures FOR EACH ROW
  WHEN (NEW.ask_id IS NULL
    AND NEW.granted_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('gestures_are_of_now');
CREATE TRIGGER gestures_end_is_of_now BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (OLD.ended_at IS NULL
    AND NEW.ended_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('gestures_are_of_now');
CREATE TRIGGER ledger_is_of_now BEFORE INSERT ON ledger FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('ledger_is_of_now');
CREATE TRIGGER asks_are_of_now BEFORE INSERT ON asks FOR EACH ROW
  WHEN (NEW.asked_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    OR NEW.answer_by < now())
  EXECUTE FUNCTION refuse('asks_are_of_now');
CREATE TRIGGER asks_end_is_of_now BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (OLD.closed_at IS NULL AND (NEW.closed_at > now() + interval '5 minutes'
    OR (NOT NEW.by_silence AND NEW.closed_at < now() - interval '5 minutes')
    OR (NEW.by_silence AND NEW.answer_by > now() + interval '1 second')))
  EXECUTE FUNCTION refuse('asks_are_of_now');

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

CREATE TRIGGER gestures_end_of_what_was_asked_is_of_now BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (NEW.ask_id IS NOT NULL AND OLD.state = 'granted' AND NEW.state IN ('fulfilled', 'withdrawn'))
  EXECUTE FUNCTION gestures_begin_first();

-- A rule is bent now, and changed now: what has lapsed since is not bent or brought back by a moment of before (law 14).
CREATE TRIGGER deviations_are_of_now BEFORE INSERT ON deviations FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('deviations_are_of_now');
CREATE TRIGGER rules_change_is_of_now BEFORE UPDATE ON rules FOR EACH ROW
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
CREATE TRIGGER rules_begin_is_of_now BEFORE INSERT ON rules FOR EACH ROW
  WHEN (NEW.created_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes' OR NEW.changed_at <> NEW.created_at)
  EXECUTE FUNCTION refuse('rules_are_of_now');
CREATE TRIGGER rule_versions_are_of_now BEFORE INSERT ON rule_versions FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('rule_versions_are_of_now');
CREATE TRIGGER rule_reviews_are_of_now BEFORE INSERT ON rule_reviews FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('rule_reviews_are_of_now');

-- A team knows of what is to come from the moment at which somebody of it says so.
CREATE TRIGGER heads_up_teams_acknowledgement_is_of_now BEFORE UPDATE ON heads_up_teams FOR EACH ROW
  WHEN (OLD.acknowledged_at IS NULL
    AND NEW.acknowledged_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('heads_up_teams_are_of_now');

-- An idea is had now, and supported, and answered, in time or late; and so is what a customer said of us, which is theirs for twelve
-- hours.
CREATE TRIGGER ideas_begin_is_of_now BEFORE INSERT ON ideas FOR EACH ROW
  WHEN (NEW.created_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('ideas_are_of_now');
CREATE TRIGGER idea_supports_are_of_now BEFORE INSERT ON idea_supports FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('idea_supports_are_of_now');
CREATE TRIGGER ideas_answer_is_of_now BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN ((OLD.answered_at IS DISTINCT FROM NEW.answered_at
      AND NEW.answered_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR ((OLD.result, OLD.result_by_id, OLD.result_at) IS DISTINCT FROM (NEW.result, NEW.result_by_id, NEW.result_at)
      AND NEW.result_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
    OR (OLD.overdue_told_at IS NULL
      AND NEW.overdue_told_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'))
  EXECUTE FUNCTION refuse('ideas_are_of_now');
CREATE TRIGGER surveys_answer_is_of_now BEFORE UPDATE ON surveys FOR EACH ROW
  WHEN (NEW.shown IS NOT NULL
    AND NEW.answered_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('surveys_are_of_now');

-- A week of the pulse begins within it, and open; it ends when its Sunday does: wherever the organisation is, between ten in the
-- morning of it and noon of the next day by UTC, and half a week before is in the midst of it. It is closed now, and so after its end.
CREATE TRIGGER pulse_rounds_begin_is_of_now BEFORE INSERT ON pulse_rounds FOR EACH ROW
  WHEN (NEW.closed_at IS NOT NULL OR NEW.ends_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '169 hours'
    OR to_char(NEW.ends_at AT TIME ZONE 'UTC' - interval '84 hours', 'IYYY"-W"IW') <> NEW.week
    OR NEW.ends_at AT TIME ZONE 'UTC' - date_trunc('week', NEW.ends_at AT TIME ZONE 'UTC' - interval '84 hours')
      NOT BETWEEN interval '154 hours' AND interval '180 hours')
  EXECUTE FUNCTION refuse('pulse_rounds_are_of_now');
CREATE TRIGGER pulse_rounds_close_is_of_now BEFORE UPDATE ON pulse_rounds FOR EACH ROW
  WHEN (OLD.closed_at IS NULL
    AND NEW.closed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('pulse_rounds_are_of_now');

-- The newest key signs, and from the newest head on the next one is due: one of a year to come would be the last.
CREATE TRIGGER signing_keys_are_of_now BEFORE INSERT ON signing_keys FOR EACH ROW
  WHEN (NEW.made_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('signing_keys_are_of_now');
CREATE TRIGGER link_keys_are_of_now BEFORE INSERT ON link_keys FOR EACH ROW
  WHEN (NEW.made_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('link_keys_are_of_now');
CREATE TRIGGER checkpoints_are_of_now BEFORE INSERT ON checkpoints FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('checkpoints_are_of_now');

-- A merge is reversed for thirty days, and not for longer by another moment; and an erasure is of the day on which it was.
CREATE TRIGGER customer_merges_are_of_now BEFORE INSERT ON customer_merges FOR EACH ROW
  WHEN (NEW.merged_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('customer_merges_are_of_now');
CREATE TRIGGER customer_merges_end_is_of_now BEFORE UPDATE ON customer_merges FOR EACH ROW
  WHEN (OLD.reversed_at IS NULL
    AND NEW.reversed_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('customer_merges_are_of_now');
CREATE TRIGGER erasures_are_of_now BEFORE INSERT ON erasures FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('erasures_are_of_now');
