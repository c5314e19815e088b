-- What is given, asked for and bent tells of it when it is so, in the transaction that does it, as the row has to be told of:
-- each once. So do the alert of an idea or a rule, which would be told no more when it is due, and an erasure.
CREATE FUNCTION events_tell_of_what_is_so() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  this CONSTANT xid := pg_current_xact_id()::xid;
  begins CONSTANT boolean := NEW.type IN ('ask.made', 'deviation.recorded', 'gesture.granted');
  key CONSTANT text := CASE split_part(NEW.type, '.', 1) WHEN 'gesture' THEN 'gestureId' WHEN 'ask' THEN 'askId'
    WHEN 'deviation' THEN 'deviationId' WHEN 'idea' THEN 'ideaId' WHEN 'rule' THEN 'ruleId' ELSE 'erasureId' END;
  about CONSTANT text := NEW.data ->> key;
BEGIN
  IF NOT (CASE key
      WHEN 'gestureId' THEN EXISTS (SELECT FROM gestures x WHERE x.case_id = NEW.case_id AND x.id::text = about
        AND x.xmin = this AND CASE WHEN begins THEN x.ask_id IS NULL ELSE NEW.type = 'gesture.' || x.state END)
      WHEN 'askId' THEN EXISTS (SELECT FROM asks x WHERE x.case_id = NEW.case_id AND x.id::text = about
        AND x.xmin = this AND (begins OR NEW.type = CASE WHEN x.state = 'withdrawn' THEN 'ask.withdrawn'
          WHEN x.by_silence THEN 'ask.granted-by-silence' WHEN x.state <> 'open' THEN 'ask.answered' END))
      WHEN 'deviationId' THEN EXISTS (SELECT FROM deviations x WHERE x.case_id = NEW.case_id AND x.id::text = about)
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
  shown text[];
  gone CONSTANT text := '[erased]';
BEGIN
  INSERT INTO erasures (id, customer_id, because, erased_by_kind, erased_by_id, at)
  VALUES (erasure, customer, why, by_kind, by_id, moment);
  whose := with_merged(customer);
  SELECT coalesce(array_agg(id), '{}') INTO theirs FROM cases WHERE customer_id = customer;
  SELECT array_agg(number) INTO numbers FROM (
    SELECT phone AS number FROM customers WHERE id = ANY(whose)
    UNION SELECT p ->> 'address' FROM customers c, jsonb_array_elements(c.other_contact_points) p WHERE c.id = ANY(whose)
    UNION SELECT address FROM callbacks WHERE case_id = ANY(theirs)
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
  UPDATE webhook_deliveries SET last_answer = NULL WHERE last_answer IS NOT NULL
    AND (case_id = ANY(theirs) OR event_id IN (SELECT id FROM events WHERE customer_id = ANY(whose)));
  -- Their side of each call, also of those that nobody knew to be theirs.
  UPDATE calls SET from_number = CASE direction WHEN 'outbound' THEN from_number END,
    to_number = CASE direction WHEN 'inbound' THEN to_number END, version = version + 1
  WHERE customer_id = ANY(whose) OR case_id = ANY(theirs)
    OR (customer_id IS NULL AND (CASE direction WHEN 'inbound' THEN from_number ELSE to_number END) = ANY(numbers));
  UPDATE customer_merges SET moved = CASE jsonb_typeof(moved) WHEN 'object' THEN moved ELSE '{}' END
    || '{"references": [], "contactPoints": []}' WHERE customer_id = ANY(whose);
  UPDATE outreach_customers x SET why = gone WHERE x.customer_id = ANY(whose) AND x.why IS NOT NULL;
  DELETE FROM customer_facts WHERE customer_id = ANY(whose);
  -- What an import was refused of them, and lines that still wait for their turn: these are refused, so that the counts of
  -- their import stay what they are.
  UPDATE import_refusals f SET original = '{}' WHERE f.original <> '{}' AND (
    EXISTS (SELECT FROM customer_references r WHERE r.customer_id = ANY(whose)
      AND (r.system, r.external_id) = (f.original ->> 'system', f.original ->> 'externalId'))
    OR EXISTS (SELECT FROM customers c WHERE c.id = ANY(whose)
      AND (lower(c.name) = lower(f.original ->> 'name') OR lower(c.email) = lower(f.original ->> 'email')))
    OR ends_alike(f.original ->> 'phone', numbers));
  UPDATE import_lines l SET given = '{}', name = NULL, phone = NULL, email = NULL, language = NULL, segment = NULL,
    system = NULL, external_id = NULL, original = '{}', pointer = '', message = 'names a customer who was erased'
  WHERE EXISTS (SELECT FROM customer_references r WHERE r.customer_id = ANY(whose)
      AND (r.system, r.external_id) IN ((l.system, l.external_id), (l.original ->> 'system', l.original ->> 'externalId')))
    OR EXISTS (SELECT FROM customers c WHERE c.id = ANY(whose)
      AND (lower(c.name) IN (lower(l.name), lower(l.original ->> 'name'))
        OR lower(c.email) IN (lower(l.email), lower(l.original ->> 'email'))))
    OR l.phone = ANY(numbers) OR ends_alike(l.original ->> 'phone', numbers);
  DELETE FROM customer_references WHERE customer_id = ANY(whose);

  SELECT array_agg(id::text) INTO shown FROM (
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
  -- Facts that were forgotten before are told of as well.
  shown := shown || ARRAY(SELECT data ->> 'factId' FROM events WHERE customer_id = ANY(whose) AND data ? 'factId');
  UPDATE idempotency_keys SET status = 409, headers = '{"content-type": "application/problem+json"}',
    body = json_build_object('type', '/problems/customer-is-erased', 'title', 'The customer was erased', 'status', 409,
      'detail', 'What was personal of this customer was erased.', 'instance', '/v1/customers/' || customer,
      'code', 'customer-is-erased', 'requestId', erasure)
  WHERE EXISTS (
    SELECT FROM regexp_matches(body, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') named
    WHERE named[1] = ANY(shown));

  UPDATE customers SET name = NULL, phone = NULL, email = NULL, other_contact_points = '[]', language = NULL,
    preferred_channel = NULL, preferred_windows = NULL, time_zone = NULL, erased_at = moment, version = version + 1
  WHERE id = ANY(whose);
  RETURN whose;
END $$;
--> statement-breakpoint
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
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER events_tell_of_what_is_so AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.type IN ('ask.answered', 'ask.granted-by-silence', 'ask.made', 'ask.withdrawn', 'deviation.recorded',
    'gesture.fulfilled', 'gesture.granted', 'gesture.withdrawn', 'idea.overdue', 'rule.review-due', 'customer.erased'))
  EXECUTE FUNCTION events_tell_of_what_is_so();
