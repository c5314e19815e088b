-- Law 5, an agreement is an agreement. What was promised to the customer stands as it was said.

-- A promise begins open, nobody has tried to keep it, and nothing of it was told ahead.
CREATE TRIGGER callbacks_begin_open BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.state <> 'open' OR NEW.attempts <> 0 OR num_nonnulls(NEW.next_try_at, NEW.reminded_at, NEW.overdue_told_at) > 0)
  EXECUTE FUNCTION refuse('callbacks_promise_stands');

-- What is promised is still to come: by the clock of whoever asks, which may be five minutes behind, and no further ahead than any
-- team can promise, which is five years.
CREATE TRIGGER callbacks_begin_ahead BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.window_until <= NEW.made_at OR NEW.window_from < NEW.made_at - interval '5 minutes'
    OR NEW.window_until > NEW.made_at + interval '1830 days')
  EXECUTE FUNCTION refuse('callbacks_are_still_to_come');

-- Its window never moves, nor its place in the hour of whoever calls while its owner stays, nor ever to another hour; and once it has ended it stays as it
-- ended: whose it was as well (law 2). Of an open promise only the number or address that it goes to may change.
CREATE TRIGGER callbacks_promise_stands BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN (OLD.state <> 'open' OR (OLD.owner_id <> NEW.owner_id AND NEW.state <> 'open')
    OR (OLD.address IS DISTINCT FROM NEW.address AND NEW.state <> 'open')
    OR (OLD.owner_id = NEW.owner_id
      AND (OLD.booked_hour, OLD.place, OLD.caller_id) IS DISTINCT FROM (NEW.booked_hour, NEW.place, NEW.caller_id))
    OR (NEW.booked_hour IS NOT NULL AND OLD.booked_hour IS DISTINCT FROM NEW.booked_hour)
    OR (OLD.id, OLD.case_id, OLD.channel, OLD.window_from, OLD.window_until, OLD.computed, OLD.made_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.channel, NEW.window_from, NEW.window_until, NEW.computed, NEW.made_at))
  EXECUTE FUNCTION refuse('callbacks_promise_stands');

-- The address follows the customer in the transaction of a correction alone: that of the wrong customer would tell
-- them of somebody else's question. The row that says so is of this very transaction. Within a merge the customer
-- stays who they are, and so does the address. An erasure takes it off a promise that has ended.
CREATE FUNCTION callbacks_follow_a_correction() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c JOIN case_corrections x ON x.id = c.correction_id
      WHERE c.id = NEW.case_id AND x.merge_id IS NULL AND x.xmin = pg_current_xact_id()::xid)
    AND NOT (NEW.address IS NULL AND NEW.state <> 'open'
      AND is_being_erased((SELECT customer_id FROM cases WHERE id = NEW.case_id))) THEN
    RAISE EXCEPTION 'the promise was made to this address' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_promise_stands', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER callbacks_follow_a_correction AFTER UPDATE ON callbacks
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.address IS DISTINCT FROM NEW.address) EXECUTE FUNCTION callbacks_follow_a_correction();

-- That it is due, and that it is overdue, is told once, and when it is due stays; and so does what it left aside.
CREATE TRIGGER callbacks_are_told_once BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN ((OLD.reminded_at IS NOT NULL AND OLD.reminded_at IS DISTINCT FROM NEW.reminded_at)
    OR (OLD.overdue_told_at IS NOT NULL AND OLD.overdue_told_at IS DISTINCT FROM NEW.overdue_told_at)
    OR (OLD.yielded, OLD.cut_by_horizon, OLD.remind_at)
      IS DISTINCT FROM (NEW.yielded, NEW.cut_by_horizon, NEW.remind_at))
  EXECUTE FUNCTION refuse('callbacks_promise_stands');

-- What replaces a rescheduled callback is another one of the same case, made at that moment.
ALTER TABLE callbacks ADD CONSTRAINT callbacks_made_at_that_moment UNIQUE (case_id, id, made_at);

ALTER TABLE callbacks ADD CONSTRAINT callbacks_replacement_exists
  FOREIGN KEY (case_id, replaced_by, closed_at) REFERENCES callbacks (case_id, id, made_at)
    DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE callbacks ADD CONSTRAINT callbacks_replacement_is_another CHECK (replaced_by <> id);

-- What came in by letter, mail or form tells the customer nothing, but for one thing: on the page of the promise they
-- chose the very window that takes its place, and so know of it. It is one that was given, and books its hour. Rows of
-- which neither changes: nothing is to be locked.
CREATE FUNCTION callbacks_chosen_by_the_customer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contacts t JOIN callbacks n ON n.id = NEW.replaced_by
      AND n.window_from = t.chose_from AND n.window_until = t.chose_until
      WHERE t.id = NEW.contact_id AND t.recorded_at = NEW.closed_at AND n.channel = NEW.channel
        AND n.address IS NOT DISTINCT FROM NEW.address AND n.booked_hour IS NOT NULL) THEN
    RAISE EXCEPTION 'the customer did not choose this window' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_rescheduled_was_told', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER callbacks_chosen_by_the_customer AFTER UPDATE ON callbacks
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state = 'rescheduled' AND OLD.state = 'open' AND NEW.contact_moment = 'customer-contacted-us')
  EXECUTE FUNCTION callbacks_chosen_by_the_customer();

-- Who promises, promises only what they can keep: a place beyond what the team has agreed on, and not in this very transaction,
-- does not exist. It is one in the clock hour in which the window begins, by the clocks of the team, and of the owner or whoever
-- stands in for them then.
CREATE FUNCTION callbacks_hour_has_room() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c JOIN agreements a ON a.team_id = c.team_id
      WHERE c.id = NEW.case_id AND NEW.place <= a.callbacks_per_hour
        AND a.changed_in IS DISTINCT FROM pg_current_xact_id()
        AND (TG_OP = 'UPDATE' OR NEW.booked_hour = date_trunc('hour', NEW.window_from, a.time_zone)))
    OR (NEW.caller_id IS NOT NULL AND NOT EXISTS (SELECT FROM stand_ins
      WHERE owner_id = NEW.owner_id AND stand_in_id = NEW.caller_id
        AND from_at <= NEW.window_from AND NEW.window_from < until_at)) THEN
    RAISE EXCEPTION 'the hour is full' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_hour_has_room', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER callbacks_hour_has_room AFTER INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.place IS NOT NULL) EXECUTE FUNCTION callbacks_hour_has_room();
CREATE CONSTRAINT TRIGGER callbacks_new_hour_has_room AFTER UPDATE ON callbacks FOR EACH ROW
  WHEN ((OLD.place, OLD.caller_id) IS DISTINCT FROM (NEW.place, NEW.caller_id) AND NEW.place IS NOT NULL)
  EXECUTE FUNCTION callbacks_hour_has_room();

-- A try belongs to a promise of its case, and says when that was made: one of before counts for nothing. Its day is the day on the clocks of the team, whoever
-- counted: the agreement asks for tries on different ones.
ALTER TABLE callback_attempts ADD CONSTRAINT callback_attempts_follow_their_promise
  FOREIGN KEY (case_id, callback_id, promised_at) REFERENCES callbacks (case_id, id, made_at)
    DEFERRABLE INITIALLY IMMEDIATE;

CREATE FUNCTION callback_attempts_know_their_day() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT b.case_id, b.made_at, (NEW.at AT TIME ZONE a.time_zone)::date INTO NEW.case_id, NEW.promised_at, NEW.day
  FROM callbacks b JOIN cases c ON c.id = b.case_id JOIN agreements a ON a.team_id = c.team_id
  WHERE b.id = NEW.callback_id;
  RETURN NEW;
END $$;

CREATE TRIGGER callback_attempts_know_their_day BEFORE INSERT ON callback_attempts FOR EACH ROW
  EXECUTE FUNCTION callback_attempts_know_their_day();

-- Its tries are the ones on record, but for a call that was answered after all.
CREATE FUNCTION tries_are_counted(callback uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.attempts = (SELECT count(*) FROM callback_attempts a
    LEFT JOIN contacts t ON t.id = a.contact_id AND t.moment = 'owner-reached' AND a.outcome <> 'reached'
    WHERE a.callback_id = b.id AND t.id IS NULL)
  FROM callbacks b WHERE b.id = callback
$$;

-- They are counted so, and the next one is planned when one was made, or taken back. Deferred, since the try may be written after
-- it is counted.
CREATE FUNCTION callbacks_count_their_tries() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT tries_are_counted(NEW.id)
    OR (OLD.next_try_at IS DISTINCT FROM NEW.next_try_at
      AND NOT EXISTS (SELECT FROM events WHERE case_id = NEW.case_id AND tx = pg_current_xact_id()
        AND type IN ('callback.attempted', 'contact.completed'))) THEN
    RAISE EXCEPTION 'the tries on record are others' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_count_their_tries', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER callbacks_count_their_tries AFTER UPDATE ON callbacks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.attempts <> NEW.attempts OR OLD.next_try_at IS DISTINCT FROM NEW.next_try_at)
  EXECUTE FUNCTION callbacks_count_their_tries();

-- A try in vain is counted in the transaction that writes it down. Who counts without one is asked above; here, who does not count.
-- One that reached the customer is counted with its voice (law 7).
CREATE FUNCTION callback_attempts_are_counted() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT tries_are_counted(NEW.callback_id) THEN
    RAISE EXCEPTION 'the tries on record are others' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_count_their_tries', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER callback_attempts_are_counted AFTER INSERT ON callback_attempts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.outcome <> 'reached') EXECUTE FUNCTION callback_attempts_are_counted();

CREATE TRIGGER callbacks_stay BEFORE DELETE ON callbacks FOR EACH ROW
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
CREATE TRIGGER callbacks_stay_all BEFORE TRUNCATE ON callbacks EXECUTE FUNCTION refuse('callbacks_promise_stands');
