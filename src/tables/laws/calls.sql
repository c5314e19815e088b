-- Calls: what a telephone system says, often late and more than once.

-- A call is not forgotten, and does not become another one: its events may come again at any time.
CREATE TRIGGER calls_stay_the_same BEFORE UPDATE ON calls FOR EACH ROW
  WHEN ((OLD.id, OLD.call_id, OLD.direction) IS DISTINCT FROM (NEW.id, NEW.call_id, NEW.direction)
    OR (OLD.rang AND NOT NEW.rang) OR (OLD.answered AND NOT NEW.answered) OR (OLD.ended AND NOT NEW.ended)
    OR (OLD.given_up AND NOT NEW.given_up)
    OR OLD.told_by_id IS DISTINCT FROM NEW.told_by_id
    OR NEW.at > OLD.at
    OR (OLD.from_number IS NOT NULL AND OLD.from_number IS DISTINCT FROM NEW.from_number)
    OR (OLD.to_number IS NOT NULL AND OLD.to_number IS DISTINCT FROM NEW.to_number)
    OR (OLD.answered_by_id IS NOT NULL AND OLD.answered_by_id IS DISTINCT FROM NEW.answered_by_id)
    OR (OLD.contact_id IS NOT NULL AND (OLD.contact_id, OLD.case_id, OLD.customer_id)
      IS DISTINCT FROM (NEW.contact_id, NEW.case_id, NEW.customer_id)))
  EXECUTE FUNCTION refuse('calls_stay_what_they_are');
CREATE TRIGGER calls_stay BEFORE DELETE ON calls FOR EACH ROW EXECUTE FUNCTION refuse('calls_stay_what_they_are');
CREATE TRIGGER calls_stay_all BEFORE TRUNCATE ON calls EXECUTE FUNCTION refuse('calls_stay_what_they_are');

-- A call becomes a contact in the transaction that records it, as its event says, and in no other: no call is made up for
-- a contact that somebody recorded. It is one by telephone, in the same direction, of a case of the customer on the line, not
-- before the call, and answered or not as the call was, by who answered it; or by nobody, where the case is about them.
CREATE FUNCTION calls_are_their_contact() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM calls l JOIN contacts t ON t.id = l.contact_id AND t.case_id = l.case_id
      JOIN cases c ON c.id = t.case_id AND c.customer_id = l.customer_id
      JOIN events e ON e.about_id = t.id AND e.type = 'contact.recorded' AND e.case_id = t.case_id
      WHERE l.id = NEW.id AND t.direction = l.direction AND t.channel = 'phone' AND t.at >= l.at
        AND (t.outcome = 'reached') = l.answered
        AND (t.outcome = 'missed' OR t.employee_id IS NOT DISTINCT FROM l.answered_by_id
          OR (t.employee_id IS NULL AND l.answered_by_id = c.about_employee_id))
        AND e.tx = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a call is the contact that was recorded of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'calls_are_their_contact', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER calls_begin_as_their_contact AFTER INSERT ON calls DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION calls_are_their_contact();
CREATE CONSTRAINT TRIGGER calls_become_their_contact AFTER UPDATE ON calls DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.contact_id IS NULL AND NEW.contact_id IS NOT NULL) EXECUTE FUNCTION calls_are_their_contact();

-- Nobody's call is lost: a customer who called, and whom nobody answered, has a case, as soon as the number is known.
CREATE TRIGGER calls_missed_begin_as_a_contact BEFORE INSERT ON calls FOR EACH ROW
  WHEN (NEW.direction <> 'outbound' AND NEW.from_number IS NOT NULL AND NEW.contact_id IS NULL AND NOT NEW.answered
    AND (NEW.ended OR NEW.given_up))
  EXECUTE FUNCTION refuse('calls_missed_are_a_contact');
CREATE TRIGGER calls_missed_are_a_contact BEFORE UPDATE ON calls FOR EACH ROW
  WHEN (NEW.direction <> 'outbound' AND NEW.from_number IS NOT NULL AND NEW.contact_id IS NULL AND NOT NEW.answered
    AND (NEW.ended OR NEW.given_up) AND (OLD.from_number IS NULL OR NOT (OLD.ended OR OLD.given_up)))
  EXECUTE FUNCTION refuse('calls_missed_are_a_contact');

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

CREATE CONSTRAINT TRIGGER calls_say_what_was_told AFTER UPDATE ON calls DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((NEW.answered AND NOT OLD.answered) OR (NEW.ended AND NOT OLD.ended)) EXECUTE FUNCTION calls_say_what_was_told('id');
CREATE CONSTRAINT TRIGGER call_events_say_what_was_told AFTER INSERT ON call_events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION calls_say_what_was_told('call_id');

-- What was told of a call stays told, but for when it ended: as soon as somebody is known to have spoken, nobody can tell
-- for how long (law 16).
CREATE TRIGGER call_events_stay_the_same BEFORE UPDATE ON call_events FOR EACH ROW
  WHEN ((OLD.call_id, OLD.event, OLD.place, OLD.employee_extension)
      IS DISTINCT FROM (NEW.call_id, NEW.event, NEW.place, NEW.employee_extension) OR NEW.at IS NOT NULL)
  EXECUTE FUNCTION refuse('call_events_stay_what_they_are');
CREATE TRIGGER call_events_stay BEFORE DELETE ON call_events FOR EACH ROW
  EXECUTE FUNCTION refuse('call_events_stay_what_they_are');
CREATE TRIGGER call_events_stay_all BEFORE TRUNCATE ON call_events
  EXECUTE FUNCTION refuse('call_events_stay_what_they_are');

-- No stopwatch, whoever writes: of a call in which somebody spoke it is not kept when it ended. That somebody did says the call,
-- and what was told of it.
CREATE FUNCTION call_events_are_no_stopwatch() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  call uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF EXISTS (SELECT FROM call_events e JOIN calls l ON l.id = e.call_id
      WHERE e.call_id = call AND e.event = 'ended' AND e.at IS NOT NULL
        AND (l.answered OR EXISTS (SELECT FROM call_events a WHERE a.call_id = call AND a.event = 'answered'))) THEN
    RAISE EXCEPTION 'nobody keeps for how long they spoke' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'call_events_are_no_stopwatch', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER call_events_are_no_stopwatch AFTER INSERT ON call_events DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.event <> 'ringing') EXECUTE FUNCTION call_events_are_no_stopwatch('call_id');
CREATE CONSTRAINT TRIGGER calls_are_no_stopwatch AFTER UPDATE ON calls DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.answered AND NOT OLD.answered) EXECUTE FUNCTION call_events_are_no_stopwatch('id');

-- The customers who have a number, as their telephone number or among their other points of contact: two looks into
-- an index. As a function it keeps a plan of its own, and whoever asks plans for the few that it finds: PostgreSQL
-- takes a number that it doesn't know yet for one of ten thousand customers. Who was merged away is known by who
-- stands for them.
CREATE FUNCTION customers_with(number text) RETURNS TABLE (id uuid, name text, team_id uuid)
LANGUAGE plpgsql STABLE ROWS 2 SET enable_seqscan = off SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT c.id, c.name, c.team_id FROM customers c WHERE c.phone = number AND c.merge_id IS NULL
    UNION SELECT c.id, c.name, c.team_id FROM customers c WHERE c.merge_id IS NULL
      AND c.other_contact_points @> jsonb_build_array(jsonb_build_object('channel', 'phone', 'address', number));
END $$;

-- The same by an e-mail address, however it is spelt in capitals and small letters.
CREATE INDEX customers_by_other_email ON customers
  USING gin ((lower(other_contact_points::text)::jsonb) jsonb_path_ops);

CREATE FUNCTION customers_at(email_address text) RETURNS TABLE (id uuid, name text, team_id uuid)
LANGUAGE plpgsql STABLE ROWS 2 SET enable_seqscan = off SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT c.id, c.name, c.team_id FROM customers c
    WHERE lower(c.email) = lower(email_address) AND c.merge_id IS NULL
    UNION SELECT c.id, c.name, c.team_id FROM customers c WHERE c.merge_id IS NULL
      AND lower(c.other_contact_points::text)::jsonb
        @> jsonb_build_array(jsonb_build_object('channel', 'email', 'address', lower(email_address)));
END $$;
