-- Moments: what is recorded is recorded now. Whoever could write yesterday's moment could keep yesterday's promise. The
-- clocks of the service and of the database may differ by a little; a transaction knows one moment, its beginning. That
-- what happened lies before what was recorded, and what ended after what began, are CHECKs on the tables. A database on
-- which time is played with, in tests, goes without these triggers: their names end alike.

CREATE TRIGGER events_are_of_now BEFORE INSERT ON events FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('events_are_of_now');
CREATE TRIGGER contacts_are_of_now BEFORE INSERT ON contacts FOR EACH ROW
  WHEN (NEW.recorded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('contacts_are_of_now');
CREATE TRIGGER notes_are_of_now BEFORE INSERT ON notes FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('notes_are_of_now');
CREATE TRIGGER callbacks_are_of_now BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.made_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('callbacks_are_of_now');
CREATE TRIGGER callback_attempts_are_of_now BEFORE INSERT ON callback_attempts FOR EACH ROW
  WHEN (NEW.recorded_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('callback_attempts_are_of_now');
CREATE TRIGGER resolutions_are_of_now BEFORE INSERT ON resolutions FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('resolutions_are_of_now');
CREATE TRIGGER consultations_are_of_now BEFORE INSERT ON consultations FOR EACH ROW
  WHEN (NEW.asked_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('consultations_are_of_now');
CREATE TRIGGER successions_are_of_now BEFORE INSERT ON successions FOR EACH ROW
  WHEN (NEW.requested_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
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
