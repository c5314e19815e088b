-- What is given is given by the limit of this moment, whatever the writer says that it is: for a case the lower ceiling
-- of its team and the organisation, for a budget its amount. The checks ledger_within_… compare. A lower ceiling is for
-- what is given from then on. A budget pays in its own period; fifteen hours are more than any clock is from UTC.
CREATE OR REPLACE FUNCTION ledger_by_the_limit() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  account spending_accounts;
BEGIN
  NEW.ceiling := NULL;
  IF NEW.phase = 'granted' THEN
    SELECT * INTO account FROM spending_accounts WHERE id = NEW.account_id;
    IF account.case_id IS NOT NULL THEN
      SELECT least(o.gesture_ceiling, a.gesture_ceiling) INTO NEW.ceiling
        FROM cases c JOIN agreements a ON a.team_id = c.team_id CROSS JOIN organisation o WHERE c.id = account.case_id;
    ELSIF account.outreach_id IS NOT NULL THEN
      SELECT budget INTO NEW.ceiling FROM outreaches WHERE id = account.outreach_id;
    ELSE
      SELECT amount INTO NEW.ceiling FROM budgets WHERE id = account.budget_id;
      IF NEW.at < account.starts_on::timestamp AT TIME ZONE 'UTC' - '15 hours'::interval
          OR NEW.at >= account.ends_on::timestamp AT TIME ZONE 'UTC' + '15 hours'::interval THEN
        RAISE EXCEPTION 'a budget pays in its own period' USING
          ERRCODE = 'check_violation', CONSTRAINT = 'ledger_in_its_period', TABLE = TG_TABLE_NAME;
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A gesture stands in the ledger of its case and of each budget that it falls under, and so does its end; one that was
-- asked for is outside of them, and comes about as its ask does; one that an outreach pays for stands in its account
-- alone. Deferred, since the lines refer to the gesture.
CREATE OR REPLACE FUNCTION gestures_are_in_the_ledger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ended text;
BEGIN
  IF NEW.ask_id IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM asks k JOIN gestures g ON g.ask_id = k.id
        WHERE g.id = NEW.id AND g.case_id = k.case_id AND (g.state = 'refused') = (k.state IN ('refused', 'withdrawn'))
          AND g.granted_at = CASE WHEN k.state = 'granted' THEN k.closed_at ELSE k.answer_by END) THEN
      RAISE EXCEPTION 'a gesture that was asked for comes about as its ask does' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'gestures_follow_their_ask', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' AND (NOT EXISTS (SELECT FROM ledger l JOIN spending_accounts a ON a.id = l.account_id
        WHERE l.gesture_id = NEW.id AND l.phase = 'granted'
          AND CASE WHEN NEW.outreach_id IS NULL THEN a.case_id = NEW.case_id ELSE a.outreach_id = NEW.outreach_id END)
      OR NEW.outreach_id IS NULL AND EXISTS (SELECT FROM budgets b WHERE (b.team_id = NEW.team_id OR b.employee_id = NEW.granted_by_id)
        AND NOT EXISTS (SELECT FROM ledger l JOIN spending_accounts a ON a.id = l.account_id
          WHERE l.gesture_id = NEW.id AND l.phase = 'granted' AND a.budget_id = b.id))) THEN
    RAISE EXCEPTION 'a gesture counts by all its limits' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_are_in_the_ledger', TABLE = TG_TABLE_NAME;
  END IF;
  SELECT nullif(state, 'granted') INTO ended FROM gestures WHERE id = NEW.id;
  IF ended IS NOT NULL AND EXISTS (SELECT FROM ledger l WHERE l.gesture_id = NEW.id AND l.phase = 'granted'
      AND NOT EXISTS (SELECT FROM ledger e
        WHERE e.account_id = l.account_id AND e.gesture_id = l.gesture_id AND e.phase = ended)) THEN
    RAISE EXCEPTION 'the end of a gesture is in the ledger' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'gestures_end_in_the_ledger', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
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
--> statement-breakpoint
-- Customers come while it is a draft; its row is held, so that it does not start meanwhile.
CREATE FUNCTION outreach_customers_come_before_the_start() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM outreaches WHERE id IN (SELECT outreach_id FROM added) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT FROM added a LEFT JOIN outreaches o ON o.id = a.outreach_id
      WHERE o.state <> 'draft' OR a.state NOT IN ('waiting', 'asleep')) THEN
    RAISE EXCEPTION 'it has started' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'outreach_customers_come_before_the_start', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
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
--> statement-breakpoint
-- Whoever is informed has a case of theirs that came of it, with a promise inside its period and outside their night; they have not
-- opted out, and it is on record that they are disturbed. Deferred, since all of it is written at once.
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
        AND d.at = promised.window_from) THEN
    broken := 'outreach_customers_have_their_case';
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
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
CREATE FUNCTION disturb_by_survey() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO disturbances (id, customer_id, kind, at, quiet_until, survey_id)
  VALUES (gen_random_uuid(), NEW.customer_id, 'survey', NEW.requested_at, NEW.requested_at + interval '168 hours', NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION disturb_by_letter() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO disturbances (id, customer_id, kind, at, quiet_until, contact_id)
  SELECT gen_random_uuid(), c.customer_id, 'letter', NEW.at, NEW.at + interval '168 hours', NEW.id FROM cases c WHERE c.id = NEW.case_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The words of a customer, by table: what an erasure takes out. Everything else of these tables stays as it was.
CREATE OR REPLACE FUNCTION erasable_columns(table_name text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE table_name
  WHEN 'contacts' THEN '{summary}'::text[]
  WHEN 'notes' THEN '{text}'
  WHEN 'callbacks' THEN '{address,reason}'
  WHEN 'callback_attempts' THEN '{summary}'
  WHEN 'resolutions' THEN '{summary}'
  WHEN 'consultations' THEN '{question,answer,reason}'
  WHEN 'successions' THEN '{reason}'
  WHEN 'case_corrections' THEN '{reason}'
  WHEN 'deviations' THEN '{benefit,reason}'
  WHEN 'gestures' THEN '{reason,withdrawn_because}'
  WHEN 'asks' THEN '{wish,reason,answer_reason,alternative}'
  WHEN 'webhook_deliveries' THEN '{last_answer}'
  WHEN 'surveys' THEN '{comment}'
  WHEN 'calls' THEN '{from_number,to_number}'
  WHEN 'customer_merges' THEN '{moved}'
  WHEN 'outreach_customers' THEN '{why}'
END;
--> statement-breakpoint
-- Whether a change takes personal words out of a row of a customer who is being erased, and does nothing else. What is
-- generated is not known before the row is written; the number of the row's version grows.
CREATE OR REPLACE FUNCTION is_erasure(rel oid, was jsonb, becomes jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  words text[] := erasable_columns((SELECT relname FROM pg_class WHERE oid = rel));
BEGIN
  IF words IS NULL THEN RETURN false; END IF;
  RETURN is_being_erased(coalesce((SELECT customer_id FROM cases WHERE id = (was ->> 'case_id')::uuid),
      (was ->> 'customer_id')::uuid))
    AND NOT EXISTS (SELECT FROM jsonb_each(becomes) n
      JOIN pg_attribute a ON a.attrelid = rel AND a.attname = n.key AND a.attgenerated = ''
      WHERE n.value IS DISTINCT FROM was -> n.key
        AND NOT (n.key = ANY(words) AND is_erased(n.value))
        AND NOT (n.key = 'version' AND (n.value)::integer = (was ->> 'version')::integer + 1));
END $$;
--> statement-breakpoint
-- Erases what is personal of a customer and of whoever was merged into them, but for the words of the cases themselves, which
-- change with an event for each. An answer that was kept for an idempotency key is kept no more: a request that comes again
-- hears that the customer is gone. Answers with all whom it erased.
CREATE OR REPLACE FUNCTION erase_customer(erasure uuid, customer uuid, why text, by_kind text, by_id uuid, moment timestamptz)
RETURNS uuid[]
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  whose uuid[];
  theirs uuid[];
  numbers text[];
  shown uuid[];
  gone CONSTANT text := '[erased]';
BEGIN
  INSERT INTO erasures (id, customer_id, because, erased_by_kind, erased_by_id, at)
  VALUES (erasure, customer, why, by_kind, by_id, moment);
  WITH RECURSIVE them AS (
    SELECT customer AS id
    UNION SELECT c.id FROM them t JOIN customer_merges m ON m.into_id = t.id JOIN customers c ON c.merge_id = m.id
  )
  SELECT array_agg(id) INTO whose FROM them;
  SELECT coalesce(array_agg(id), '{}') INTO theirs FROM cases WHERE customer_id = customer;
  SELECT array_agg(number) INTO numbers FROM (
    SELECT phone AS number FROM customers WHERE id = ANY(whose)
    UNION SELECT p ->> 'address' FROM customers c, jsonb_array_elements(c.other_contact_points) p WHERE c.id = ANY(whose)
  ) n WHERE number IS NOT NULL;

  UPDATE contacts SET summary = gone WHERE case_id = ANY(theirs) AND summary IS NOT NULL;
  UPDATE notes SET text = gone WHERE case_id = ANY(theirs);
  UPDATE callbacks SET address = NULL, reason = CASE WHEN reason IS NOT NULL THEN gone END, version = version + 1
  WHERE case_id = ANY(theirs) AND num_nonnulls(address, reason) > 0;
  UPDATE callback_attempts SET summary = gone WHERE case_id = ANY(theirs) AND summary IS NOT NULL;
  UPDATE resolutions SET summary = gone WHERE case_id = ANY(theirs);
  UPDATE consultations SET question = gone, answer = CASE WHEN answer IS NOT NULL THEN gone END,
    reason = CASE WHEN reason IS NOT NULL THEN gone END, version = version + 1 WHERE case_id = ANY(theirs);
  UPDATE successions SET reason = gone WHERE case_id = ANY(theirs) AND reason IS NOT NULL;
  UPDATE case_corrections SET reason = gone WHERE case_id = ANY(theirs) AND reason IS NOT NULL;
  UPDATE deviations SET benefit = gone, reason = gone WHERE case_id = ANY(theirs);
  UPDATE gestures SET reason = gone, withdrawn_because = CASE WHEN withdrawn_because IS NOT NULL THEN gone END,
    version = version + 1 WHERE case_id = ANY(theirs);
  UPDATE asks SET wish = gone, reason = gone, answer_reason = CASE WHEN answer_reason IS NOT NULL THEN gone END,
    alternative = CASE WHEN alternative IS NOT NULL THEN gone END, version = version + 1 WHERE case_id = ANY(theirs);
  UPDATE surveys SET comment = gone, version = version + 1 WHERE case_id = ANY(theirs) AND comment IS NOT NULL;
  -- What an endpoint answered may quote what it was sent.
  UPDATE webhook_deliveries SET last_answer = NULL WHERE case_id = ANY(theirs) AND last_answer IS NOT NULL;
  -- Their side of each call, also of those that nobody knew to be theirs.
  UPDATE calls SET from_number = CASE direction WHEN 'outbound' THEN from_number END,
    to_number = CASE direction WHEN 'inbound' THEN to_number END, version = version + 1
  WHERE customer_id = ANY(whose) OR case_id = ANY(theirs)
    OR (customer_id IS NULL AND (CASE direction WHEN 'inbound' THEN from_number ELSE to_number END) = ANY(numbers));
  UPDATE customer_merges SET moved = moved || '{"references": [], "contactPoints": []}' WHERE customer_id = ANY(whose);
  UPDATE outreach_customers x SET why = gone WHERE x.customer_id = ANY(whose) AND x.why IS NOT NULL;
  DELETE FROM customer_facts WHERE customer_id = ANY(whose);
  -- What an import was refused of them, and lines that still wait for their turn: these are refused, so that the counts of
  -- their import stay what they are.
  UPDATE import_refusals f SET original = '{}' WHERE f.original <> '{}' AND (
    EXISTS (SELECT FROM customer_references r WHERE r.customer_id = ANY(whose)
      AND (r.system, r.external_id) = (f.original ->> 'system', f.original ->> 'externalId'))
    OR EXISTS (SELECT FROM customers c WHERE c.id = ANY(whose)
      AND (c.name = f.original ->> 'name' OR lower(c.email) = lower(f.original ->> 'email') OR c.phone = f.original ->> 'phone')));
  UPDATE import_lines l SET given = '{}', name = NULL, phone = NULL, email = NULL, language = NULL, segment = NULL,
    system = NULL, external_id = NULL, original = '{}', pointer = '', message = 'names a customer who was erased'
  WHERE EXISTS (SELECT FROM customer_references r WHERE r.customer_id = ANY(whose)
      AND (r.system, r.external_id) IN ((l.system, l.external_id), (l.original ->> 'system', l.original ->> 'externalId')))
    OR EXISTS (SELECT FROM customers c WHERE c.id = ANY(whose)
      AND (c.name IN (l.name, l.original ->> 'name') OR c.phone IN (l.phone, l.original ->> 'phone')
        OR lower(c.email) IN (lower(l.email), lower(l.original ->> 'email'))));
  DELETE FROM customer_references WHERE customer_id = ANY(whose);

  SELECT array_agg(id) INTO shown FROM (
    SELECT unnest(whose || theirs) AS id
    UNION ALL SELECT id FROM contacts WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM notes WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM callbacks WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM callback_attempts WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM consultations WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM successions WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM deviations WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM gestures WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM asks WHERE case_id = ANY(theirs)
    UNION ALL SELECT id FROM calls WHERE customer_id = ANY(whose) OR case_id = ANY(theirs)
  ) every;
  UPDATE idempotency_keys SET status = 409, headers = '{"content-type": "application/problem+json"}',
    body = json_build_object('type', '/problems/customer-is-erased', 'title', 'The customer was erased', 'status', 409,
      'detail', 'What was personal of this customer was erased.', 'instance', '/v1/customers/' || customer,
      'code', 'customer-is-erased', 'requestId', erasure)
  WHERE EXISTS (
    SELECT FROM regexp_matches(body, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') named
    WHERE named[1]::uuid = ANY(shown));

  UPDATE customers SET name = NULL, phone = NULL, email = NULL, other_contact_points = '[]', language = NULL,
    preferred_channel = NULL, preferred_windows = NULL, time_zone = NULL, erased_at = moment, version = version + 1
  WHERE id = ANY(whose);
  RETURN whose;
END $$;
--> statement-breakpoint
-- A customer is disturbed once a week: surveys and outreaches keep apart from each other, whoever writes them.
ALTER TABLE disturbances ADD CONSTRAINT disturbances_leave_a_week
  EXCLUDE USING gist (customer_id WITH =, tstzrange(at, quiet_until) WITH &&) WHERE (kind <> 'letter' AND NOT worth_more);
--> statement-breakpoint
-- What it is of stays, and it goes on line by line.
CREATE OR REPLACE TRIGGER spending_accounts_go_on BEFORE UPDATE ON spending_accounts FOR EACH ROW
  WHEN ((OLD.id, OLD.case_id, OLD.budget_id, OLD.outreach_id, OLD.period, OLD.starts_on, OLD.ends_on)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.budget_id, NEW.outreach_id, NEW.period, NEW.starts_on, NEW.ends_on)
    OR NEW.lines <> OLD.lines + 1 OR NEW.last_at IS NULL OR NEW.last_at < OLD.last_at)
  EXECUTE FUNCTION refuse('spending_accounts_go_on');
--> statement-breakpoint
-- What was granted stays, and so does how it ended. What was asked for begins when it is answered with yes, and so
-- sooner than by silence.
CREATE OR REPLACE TRIGGER gestures_are_final BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (OLD.state <> 'granted'
    OR (OLD.id, OLD.case_id, OLD.team_id, OLD.owner_id, OLD.granted_by_id, OLD.kind, OLD.amount, OLD.currency,
        OLD.reason, OLD.values, OLD.ask_id, OLD.outreach_id)
      IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.team_id, NEW.owner_id, NEW.granted_by_id, NEW.kind, NEW.amount,
        NEW.currency, NEW.reason, NEW.values, NEW.ask_id, NEW.outreach_id)
    OR (OLD.granted_at <> NEW.granted_at AND (OLD.ask_id IS NULL OR NEW.granted_at > OLD.granted_at)))
  EXECUTE FUNCTION refuse('gestures_are_final');
--> statement-breakpoint
CREATE TRIGGER outreaches_go_on BEFORE UPDATE ON outreaches FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION outreaches_go_on();
--> statement-breakpoint
CREATE TRIGGER outreaches_begin_as_drafts BEFORE INSERT ON outreaches FOR EACH ROW
  WHEN (NEW.state <> 'draft') EXECUTE FUNCTION refuse('outreaches_go_on');
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TRIGGER outreaches_stay BEFORE DELETE ON outreaches FOR EACH ROW EXECUTE FUNCTION refuse('outreaches_are_history');
--> statement-breakpoint
CREATE TRIGGER outreaches_stay_all BEFORE TRUNCATE ON outreaches EXECUTE FUNCTION refuse('outreaches_are_history');
--> statement-breakpoint
CREATE TRIGGER outreach_customers_come_before_the_start AFTER INSERT ON outreach_customers REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION outreach_customers_come_before_the_start();
--> statement-breakpoint
-- What was decided stays, and so does what became of it.
CREATE TRIGGER outreach_customers_stay_what_they_are BEFORE UPDATE ON outreach_customers FOR EACH ROW
  WHEN ((OLD.outreach_id, OLD.customer_id, OLD.decision, OLD.refund, OLD.why)
      IS DISTINCT FROM (NEW.outreach_id, NEW.customer_id, NEW.decision, NEW.refund, NEW.why)
    OR OLD.state <> 'waiting')
  EXECUTE FUNCTION refuse('outreach_customers_are_history');
--> statement-breakpoint
CREATE TRIGGER outreach_customers_stay BEFORE DELETE ON outreach_customers FOR EACH ROW
  EXECUTE FUNCTION refuse('outreach_customers_are_history');
--> statement-breakpoint
CREATE TRIGGER outreach_customers_stay_all BEFORE TRUNCATE ON outreach_customers
  EXECUTE FUNCTION refuse('outreach_customers_are_history');
--> statement-breakpoint
CREATE TRIGGER outreach_customers_go_on_while_it_runs BEFORE UPDATE ON outreach_customers FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION outreach_customers_go_on_while_it_runs();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER outreach_customers_are_promised_well AFTER UPDATE ON outreach_customers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state <> 'opened' AND NEW.state = 'opened')
  EXECUTE FUNCTION outreach_customers_are_promised_well();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER gestures_of_an_outreach_are_decided AFTER INSERT ON gestures DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.outreach_id IS NOT NULL) EXECUTE FUNCTION gestures_of_an_outreach_are_decided();
--> statement-breakpoint
CREATE TRIGGER disturbances_keep_away_from_letters BEFORE INSERT ON disturbances FOR EACH ROW
  WHEN (NEW.kind = 'outreach' AND NOT NEW.worth_more) EXECUTE FUNCTION disturbances_keep_away_from_letters();
--> statement-breakpoint
CREATE TRIGGER disturbances_say_why_they_are_worth_more AFTER INSERT ON disturbances FOR EACH ROW
  WHEN (NEW.worth_more) EXECUTE FUNCTION disturbances_say_why_they_are_worth_more();
--> statement-breakpoint
CREATE TRIGGER surveys_disturb AFTER INSERT ON surveys FOR EACH ROW EXECUTE FUNCTION disturb_by_survey();
--> statement-breakpoint
CREATE TRIGGER contacts_by_letter_disturb AFTER INSERT ON contacts FOR EACH ROW
  WHEN (NEW.direction = 'outbound' AND NEW.channel = 'letter') EXECUTE FUNCTION disturb_by_letter();
--> statement-breakpoint
CREATE TRIGGER disturbances_stay_what_they_are BEFORE UPDATE OR DELETE ON disturbances FOR EACH ROW
  EXECUTE FUNCTION refuse('disturbances_are_history');
--> statement-breakpoint
CREATE TRIGGER disturbances_stay_all BEFORE TRUNCATE ON disturbances EXECUTE FUNCTION refuse('disturbances_are_history');
--> statement-breakpoint
-- What disturbed customers before it was written down.
INSERT INTO disturbances (id, customer_id, kind, at, quiet_until, survey_id)
  SELECT gen_random_uuid(), customer_id, 'survey', requested_at, requested_at + interval '168 hours', id FROM surveys;
--> statement-breakpoint
INSERT INTO disturbances (id, customer_id, kind, at, quiet_until, contact_id)
  SELECT gen_random_uuid(), c.customer_id, 'letter', t.at, t.at + interval '168 hours', t.id
  FROM contacts t JOIN cases c ON c.id = t.case_id WHERE t.direction = 'outbound' AND t.channel = 'letter';
