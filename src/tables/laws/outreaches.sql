-- Outreaches: the decision for a customer comes before the case, each is decided on once, and nobody is disturbed twice a week.

-- It begins as a draft, says from its start on what it says, and goes from state to state in one direction but for a pause.
CREATE FUNCTION outreaches_go_on() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('draft', 'running'), ('draft', 'stopped'), ('running', 'paused'),
      ('running', 'stopped'), ('running', 'done'), ('paused', 'running'), ('paused', 'stopped')) THEN
    RAISE EXCEPTION 'it does not go from % to %', OLD.state, NEW.state USING
      ERRCODE = 'check_violation', CONSTRAINT = 'outreaches_go_on', TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW.state = 'done' AND EXISTS (SELECT FROM outreach_customers WHERE outreach_id = NEW.id AND state = 'waiting') THEN
    RAISE EXCEPTION 'somebody still waits' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'outreaches_are_done_with_all', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER outreaches_go_on BEFORE UPDATE ON outreaches FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION outreaches_go_on();
CREATE TRIGGER outreaches_begin_as_drafts BEFORE INSERT ON outreaches FOR EACH ROW
  WHEN (NEW.state <> 'draft') EXECUTE FUNCTION refuse('outreaches_go_on');
CREATE TRIGGER outreaches_stay_what_they_are BEFORE UPDATE ON outreaches FOR EACH ROW
  WHEN ((OLD.id, OLD.announced_by_kind, OLD.announced_by_id, OLD.announced_at)
      IS DISTINCT FROM (NEW.id, NEW.announced_by_kind, NEW.announced_by_id, NEW.announced_at)
    OR OLD.state <> 'draft' AND (OLD.title, OLD.reason, OLD.value_to_customer, OLD.topic_id, OLD.message, OLD.decision, OLD.refund,
        OLD.why, OLD.budget, OLD.currency, OLD.from_at, OLD.until_at, OLD.quiet_from, OLD.quiet_until, OLD.worth_more,
        OLD.started_by_kind, OLD.started_by_id, OLD.started_at)
      IS DISTINCT FROM (NEW.title, NEW.reason, NEW.value_to_customer, NEW.topic_id, NEW.message, NEW.decision, NEW.refund,
        NEW.why, NEW.budget, NEW.currency, NEW.from_at, NEW.until_at, NEW.quiet_from, NEW.quiet_until, NEW.worth_more,
        NEW.started_by_kind, NEW.started_by_id, NEW.started_at)
    OR OLD.state IN ('stopped', 'done') AND (OLD.state, OLD.ended_at) IS DISTINCT FROM (NEW.state, NEW.ended_at))
  EXECUTE FUNCTION refuse('outreaches_are_history');
CREATE TRIGGER outreaches_stay BEFORE DELETE ON outreaches FOR EACH ROW EXECUTE FUNCTION refuse('outreaches_are_history');
CREATE TRIGGER outreaches_stay_all BEFORE TRUNCATE ON outreaches EXECUTE FUNCTION refuse('outreaches_are_history');

-- Customers come while it is a draft; its row is written, so that it does not start meanwhile, at REPEATABLE READ too.
CREATE FUNCTION outreach_customers_come_before_the_start() RETURNS trigger
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

CREATE TRIGGER outreach_customers_come_before_the_start AFTER INSERT ON outreach_customers REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION outreach_customers_come_before_the_start();

-- What was decided stays, and so does what became of it.
CREATE TRIGGER outreach_customers_stay_what_they_are BEFORE UPDATE ON outreach_customers FOR EACH ROW
  WHEN ((OLD.outreach_id, OLD.customer_id, OLD.decision, OLD.refund, OLD.why)
      IS DISTINCT FROM (NEW.outreach_id, NEW.customer_id, NEW.decision, NEW.refund, NEW.why)
    OR OLD.state <> 'waiting')
  EXECUTE FUNCTION refuse('outreach_customers_are_history');
CREATE TRIGGER outreach_customers_stay BEFORE DELETE ON outreach_customers FOR EACH ROW
  EXECUTE FUNCTION refuse('outreach_customers_are_history');
CREATE TRIGGER outreach_customers_stay_all BEFORE TRUNCATE ON outreach_customers
  EXECUTE FUNCTION refuse('outreach_customers_are_history');

-- Nothing becomes of anybody unless it runs: whoever pauses or stops it waits for what is under way, and nothing comes after.
CREATE FUNCTION outreach_customers_go_on_while_it_runs() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM outreaches WHERE id = NEW.outreach_id AND state = 'running' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'it does not run' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'outreach_customers_go_on_while_it_runs', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER outreach_customers_go_on_while_it_runs BEFORE UPDATE ON outreach_customers FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION outreach_customers_go_on_while_it_runs();

-- Whoever is informed has a case of theirs that came of it, with a promise inside its period and outside their night; they have not
-- opted out, and it is on record that they are disturbed. Who was two is informed, and refunded, once. Deferred, since all of it is
-- written at once.
CREATE FUNCTION outreach_customers_are_promised_well() RETURNS trigger
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
  ELSIF EXISTS (SELECT FROM outreach_customers x WHERE x.outreach_id = NEW.outreach_id AND x.state = 'opened'
      AND x.customer_id = ANY(with_merged(promised.customer_id)) AND x.customer_id <> NEW.customer_id) THEN
    broken := 'outreach_customers_are_informed_once';
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

CREATE CONSTRAINT TRIGGER outreach_customers_are_promised_well AFTER UPDATE ON outreach_customers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state <> 'opened' AND NEW.state = 'opened')
  EXECUTE FUNCTION outreach_customers_are_promised_well();

-- An outreach pays for what it decided to give, and for nothing else.
CREATE FUNCTION gestures_of_an_outreach_are_decided() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM outreach_customers x WHERE x.gesture_id = NEW.id AND x.outreach_id = NEW.outreach_id
      AND x.case_id = NEW.case_id AND x.refund = NEW.amount) THEN
    RAISE EXCEPTION 'no outreach decided on it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_of_an_outreach_are_decided', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER gestures_of_an_outreach_are_decided AFTER INSERT ON gestures DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.outreach_id IS NOT NULL) EXECUTE FUNCTION gestures_of_an_outreach_are_decided();

-- A customer is disturbed once a week: surveys and outreaches keep apart from each other, whoever writes them.
ALTER TABLE disturbances ADD CONSTRAINT disturbances_leave_a_week
  EXCLUDE USING gist (customer_id WITH =, tstzrange(at, quiet_until) WITH &&) WHERE (kind <> 'letter' AND NOT worth_more);

-- A letter answers what somebody asked, so it is not refused; but an outreach keeps away from its week too.
CREATE FUNCTION disturbances_keep_away_from_letters() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM disturbances d WHERE d.customer_id = NEW.customer_id AND d.kind = 'letter'
      AND tstzrange(d.at, d.quiet_until) && tstzrange(NEW.at, NEW.quiet_until)) THEN
    RAISE EXCEPTION 'they had a letter' USING
      ERRCODE = 'exclusion_violation', CONSTRAINT = 'disturbances_leave_a_week', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER disturbances_keep_away_from_letters BEFORE INSERT ON disturbances FOR EACH ROW
  WHEN (NEW.kind = 'outreach' AND NOT NEW.worth_more) EXECUTE FUNCTION disturbances_keep_away_from_letters();

-- That an outreach is worth more than a quiet week is said by the outreach.
CREATE FUNCTION disturbances_say_why_they_are_worth_more() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM outreaches WHERE id = NEW.outreach_id AND worth_more IS NOT NULL) THEN
    RAISE EXCEPTION 'it does not say why' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'disturbances_say_why_they_are_worth_more', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER disturbances_say_why_they_are_worth_more AFTER INSERT ON disturbances FOR EACH ROW
  WHEN (NEW.worth_more) EXECUTE FUNCTION disturbances_say_why_they_are_worth_more();

-- Nobody is left in peace for a week by an outreach that told them nothing: it has opened a case of theirs, as only whom it
-- informs has one. Deferred, since all of it is written at once.
CREATE FUNCTION disturbances_are_by_an_outreach() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c JOIN outreach_customers x ON x.case_id = c.id
      WHERE c.customer_id = NEW.customer_id AND x.outreach_id = NEW.outreach_id) THEN
    RAISE EXCEPTION 'the outreach told them nothing' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'disturbances_are_by_an_outreach', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER disturbances_are_by_an_outreach AFTER INSERT ON disturbances DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'outreach') EXECUTE FUNCTION disturbances_are_by_an_outreach();

-- A survey asks the customer of its case about its owner: not whom nobody knows, and not of a complaint, of which it would tell.
CREATE FUNCTION disturb_by_survey() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO disturbances (id, customer_id, kind, at, quiet_until, survey_id)
  SELECT gen_random_uuid(), u.id, 'survey', NEW.requested_at, NEW.requested_at + interval '168 hours', NEW.id
  FROM cases c JOIN customers u ON u.id = c.customer_id
  WHERE c.id = NEW.case_id AND c.customer_id = NEW.customer_id AND c.owner_id = NEW.owner_id AND c.about_employee_id IS NULL
    AND NOT u.anonymous;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the case is of somebody else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'surveys_are_of_their_case', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER surveys_disturb AFTER INSERT ON surveys FOR EACH ROW EXECUTE FUNCTION disturb_by_survey();

CREATE FUNCTION disturb_by_letter() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO disturbances (id, customer_id, kind, at, quiet_until, contact_id)
  SELECT gen_random_uuid(), c.customer_id, 'letter', NEW.at, NEW.at + interval '168 hours', NEW.id FROM cases c WHERE c.id = NEW.case_id;
  RETURN NULL;
END $$;

CREATE TRIGGER contacts_by_letter_disturb AFTER INSERT ON contacts FOR EACH ROW
  WHEN (NEW.direction = 'outbound' AND NEW.channel = 'letter') EXECUTE FUNCTION disturb_by_letter();

-- A letter is one that went to this customer, at that moment.
CREATE FUNCTION disturbances_are_by_a_letter() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contacts t JOIN cases c ON c.id = t.case_id WHERE t.id = NEW.contact_id AND t.at = NEW.at
      AND t.direction = 'outbound' AND t.channel = 'letter' AND c.customer_id = NEW.customer_id) THEN
    RAISE EXCEPTION 'there was no such letter' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'disturbances_are_by_a_letter', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER disturbances_are_by_a_letter AFTER INSERT ON disturbances FOR EACH ROW
  WHEN (NEW.kind = 'letter') EXECUTE FUNCTION disturbances_are_by_a_letter();

CREATE TRIGGER disturbances_stay_what_they_are BEFORE UPDATE OR DELETE ON disturbances FOR EACH ROW
  EXECUTE FUNCTION refuse('disturbances_are_history');
CREATE TRIGGER disturbances_stay_all BEFORE TRUNCATE ON disturbances EXECUTE FUNCTION refuse('disturbances_are_history');
