-- Erasure: what is personal of a customer goes, and history stays. Words that are history are taken out in one way alone: in
-- a transaction that writes a row of `erasures`, of that customer, into their erased form. Events hold no words.

-- The words of a customer, by table: what an erasure takes out. Everything else of these tables stays as it was.
CREATE FUNCTION erasable_columns(table_name text) RETURNS text[]
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

-- What a word is once it was erased; of a merge, that it moved nothing by which somebody is known.
CREATE FUNCTION is_erased(value jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value IN ('null', '"[erased]"')
  OR coalesce(value -> 'references' = '[]' AND value -> 'contactPoints' = '[]', false);

-- Whether this very transaction erases the customer, or whom they were merged into.
CREATE FUNCTION is_being_erased(customer uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM erasures e WHERE e.customer_id = current_customer(customer)
    AND e.xmin = pg_current_xact_id_if_assigned()::xid)
$$;

-- Whether a change takes personal words out of a row of a customer who is being erased, and does nothing else. What is
-- generated is not known before the row is written; the number of the row's version grows.
CREATE FUNCTION is_erasure(rel oid, was jsonb, becomes jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  words text[] := erasable_columns((SELECT relname FROM pg_class WHERE oid = rel));
BEGIN
  IF words IS NULL THEN RETURN false; END IF;
  -- A call may be of one customer and of the case of another, since a case can be corrected; or of a number that was nobody's yet.
  RETURN (is_being_erased((SELECT customer_id FROM cases WHERE id = (was ->> 'case_id')::uuid))
      OR is_being_erased((was ->> 'customer_id')::uuid)
      OR (num_nonnulls(was ->> 'case_id', was ->> 'customer_id') = 0
        AND EXISTS (SELECT FROM erasures e WHERE e.xmin = pg_current_xact_id_if_assigned()::xid)))
    AND NOT EXISTS (SELECT FROM jsonb_each(becomes) n
      JOIN pg_attribute a ON a.attrelid = rel AND a.attname = n.key AND a.attgenerated = ''
      WHERE n.value IS DISTINCT FROM was -> n.key
        AND NOT (n.key = ANY(words) AND is_erased(n.value))
        AND NOT (n.key = 'version' AND (n.value)::integer = (was ->> 'version')::integer + 1));
END $$;

-- A customer with whoever was merged into them, however many merges ago.
CREATE FUNCTION with_merged(customer uuid) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE them AS (
    SELECT customer AS id
    UNION SELECT c.id FROM them t JOIN customer_merges m ON m.into_id = t.id JOIN customers c ON c.merge_id = m.id
  )
  SELECT array_agg(id) FROM them
$$;

-- A customer who is promised something is not erased. The locks are the ones for which the opening of a case waits, and
-- whatever else is learned of the customer or in a case of theirs: it is erased as well, or comes too late. What another
-- transaction has learned while they were waited for is seen at READ COMMITTED alone.
CREATE FUNCTION erasures_wait_for_the_promise() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
    RAISE EXCEPTION 'an erasure sees what is so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'erasures_see_what_is_so', TABLE = TG_TABLE_NAME;
  END IF;
  PERFORM FROM customers WHERE id = NEW.customer_id FOR UPDATE;
  PERFORM FROM customers WHERE id = ANY(with_merged(NEW.customer_id)) ORDER BY id FOR UPDATE;
  PERFORM FROM cases WHERE customer_id = NEW.customer_id ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT FROM cases WHERE customer_id = NEW.customer_id AND callback_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a promise is open' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'erasures_wait_for_the_promise', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER erasures_wait_for_the_promise BEFORE INSERT ON erasures FOR EACH ROW
  EXECUTE FUNCTION erasures_wait_for_the_promise();

-- It is told of, and nothing is left by which the customer was known, or whoever was merged into them, nor of what was said
-- in their cases: an erasure is never half of one.
CREATE FUNCTION erasures_are_whole() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  whose uuid[] := with_merged(NEW.customer_id);
  theirs uuid[];
BEGIN
  SELECT coalesce(array_agg(id), '{}') INTO theirs FROM cases WHERE customer_id = NEW.customer_id;
  IF EXISTS (SELECT FROM unnest(whose) w (id) WHERE NOT EXISTS (SELECT FROM events e WHERE e.customer_id = w.id
      AND e.type = 'customer.erased' AND e.data ->> 'erasureId' = NEW.id::text))
    OR EXISTS (SELECT FROM customers WHERE id = ANY(whose) AND (erased_at IS NULL
      OR num_nonnulls(name, phone, email, language, preferred_windows, time_zone) > 0 OR other_contact_points <> '[]'))
    OR EXISTS (SELECT FROM customer_facts WHERE customer_id = ANY(whose))
    OR EXISTS (SELECT FROM customer_references WHERE customer_id = ANY(whose))
    OR EXISTS (SELECT FROM cases WHERE id = ANY(theirs)
      AND (subject, question, tags) <> ('[erased]', '[erased]', '{}'::text[]))
    OR EXISTS (SELECT FROM customer_merges WHERE customer_id = ANY(whose) AND NOT is_erased(moved))
    OR EXISTS (SELECT FROM case_words WHERE case_id = ANY(theirs) AND words <> words_of_case(case_id))
    OR EXISTS (SELECT FROM (
      SELECT summary FROM contacts WHERE case_id = ANY(theirs)
      UNION ALL SELECT text FROM notes WHERE case_id = ANY(theirs)
      UNION ALL SELECT unnest(ARRAY[address, reason]) FROM callbacks WHERE case_id = ANY(theirs)
      UNION ALL SELECT summary FROM callback_attempts WHERE case_id = ANY(theirs)
      UNION ALL SELECT summary FROM resolutions WHERE case_id = ANY(theirs)
      UNION ALL SELECT unnest(ARRAY[question, answer, reason]) FROM consultations WHERE case_id = ANY(theirs)
      UNION ALL SELECT reason FROM successions WHERE case_id = ANY(theirs)
      UNION ALL SELECT reason FROM case_corrections WHERE case_id = ANY(theirs)
      UNION ALL SELECT unnest(ARRAY[benefit, reason]) FROM deviations WHERE case_id = ANY(theirs)
      UNION ALL SELECT unnest(ARRAY[reason, withdrawn_because]) FROM gestures WHERE case_id = ANY(theirs)
      UNION ALL SELECT unnest(ARRAY[wish, reason, answer_reason, alternative]) FROM asks WHERE case_id = ANY(theirs)
      UNION ALL SELECT comment FROM surveys WHERE case_id = ANY(theirs)
      UNION ALL SELECT CASE direction WHEN 'inbound' THEN from_number ELSE to_number END FROM calls
        WHERE customer_id = ANY(whose) OR case_id = ANY(theirs)
      UNION ALL SELECT why FROM outreach_customers WHERE customer_id = ANY(whose)
    ) w (word) WHERE word <> '[erased]')
  THEN
    RAISE EXCEPTION 'an erasure is whole and told of' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'erasures_are_whole', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER erasures_are_whole AFTER INSERT ON erasures DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION erasures_are_whole();
CREATE TRIGGER erasures_are_history BEFORE UPDATE OR DELETE ON erasures FOR EACH ROW
  EXECUTE FUNCTION refuse('erasures_are_history');
CREATE TRIGGER erasures_stay_all BEFORE TRUNCATE ON erasures EXECUTE FUNCTION refuse('erasures_are_history');

-- Nobody is erased but by an erasure, which waits for what they are promised and is whole.
CREATE FUNCTION customers_are_erased_by_an_erasure() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT is_being_erased(NEW.id) THEN
    RAISE EXCEPTION 'no erasure erases them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'erasures_are_whole', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER customers_are_erased_by_an_erasure AFTER UPDATE ON customers DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION customers_are_erased_by_an_erasure();

-- Who was erased stays so: nothing is learned of them anew.
CREATE TRIGGER customers_erased_are_gone BEFORE UPDATE ON customers FOR EACH ROW
  WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION refuse('customers_erased_are_gone');

-- What is learned holds the customers and the case that it refers to, and looks then: an erasure waits for it, or the other
-- way round. A reference alone would be held as well, but only after the look.
CREATE FUNCTION not_of_the_erased() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  row jsonb := to_jsonb(NEW);
  named uuid[] := ARRAY[row ->> 'customer_id', row ->> 'into_id'];
BEGIN
  IF row ? 'customer_id' THEN
    PERFORM FROM customers WHERE id = ANY(named) ORDER BY id FOR KEY SHARE;
  END IF;
  IF row ? 'case_id' THEN
    PERFORM FROM cases WHERE id = (row ->> 'case_id')::uuid FOR KEY SHARE;
    named := named || (SELECT customer_id FROM cases WHERE id = (row ->> 'case_id')::uuid);
  END IF;
  IF EXISTS (SELECT FROM customers WHERE id = ANY(named) AND erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'this customer was erased' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'customers_erased_are_gone', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER contacts_not_of_the_erased BEFORE INSERT ON contacts FOR EACH ROW
  WHEN (NEW.summary IS NOT NULL) EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER notes_not_of_the_erased BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER gestures_not_of_the_erased BEFORE INSERT ON gestures FOR EACH ROW EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER successions_not_of_the_erased BEFORE INSERT ON successions FOR EACH ROW
  WHEN (NEW.reason IS NOT NULL) EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER surveys_not_of_the_erased BEFORE UPDATE ON surveys FOR EACH ROW
  WHEN (NEW.comment <> '[erased]' AND NEW.comment IS DISTINCT FROM OLD.comment) EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER calls_not_of_the_erased BEFORE INSERT ON calls FOR EACH ROW
  WHEN (NEW.customer_id IS NOT NULL) EXECUTE FUNCTION not_of_the_erased();
-- Nor does a call of theirs get their number again, of which it is told late.
CREATE TRIGGER calls_become_not_of_the_erased BEFORE UPDATE ON calls FOR EACH ROW
  WHEN (NEW.customer_id IS DISTINCT FROM OLD.customer_id OR (CASE OLD.direction
    WHEN 'inbound' THEN OLD.from_number IS NULL AND NEW.from_number IS NOT NULL
    ELSE OLD.to_number IS NULL AND NEW.to_number IS NOT NULL END))
  EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER outreach_customers_not_of_the_erased BEFORE INSERT ON outreach_customers FOR EACH ROW
  WHEN (NEW.why IS NOT NULL) EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER customer_merges_not_of_the_erased BEFORE INSERT ON customer_merges FOR EACH ROW
  EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER customer_facts_not_of_the_erased BEFORE INSERT OR UPDATE ON customer_facts FOR EACH ROW
  EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER customer_references_not_of_the_erased BEFORE INSERT OR UPDATE ON customer_references FOR EACH ROW
  EXECUTE FUNCTION not_of_the_erased();
CREATE TRIGGER cases_not_of_the_erased BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (OLD.customer_id <> NEW.customer_id OR (OLD.callback_id IS NULL AND NEW.callback_id IS NOT NULL)
    OR ((OLD.subject, OLD.question, OLD.tags) IS DISTINCT FROM (NEW.subject, NEW.question, NEW.tags)
      AND (NEW.subject, NEW.question, NEW.tags) IS DISTINCT FROM ('[erased]', '[erased]', '{}'::text[])))
  EXECUTE FUNCTION not_of_the_erased();

-- Whether a number, as somebody wrote it, ends like one of these: what is ahead of its last eight digits depends on the country.
CREATE FUNCTION ends_alike(written text, numbers text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM unnest(numbers) n
    WHERE right(regexp_replace(written, '\D', '', 'g'), 8) = right(regexp_replace(n, '\D', '', 'g'), 8)
      AND length(regexp_replace(n, '\D', '', 'g')) >= 8)
$$;

-- Erases what is personal of a customer and of whoever was merged into them, but for the words of the cases themselves, which
-- change with an event for each. An answer that was kept for an idempotency key is kept no more: a request that comes again
-- hears that the customer is gone. Answers with all whom it erased.
CREATE FUNCTION erase_customer(erasure uuid, customer uuid, why text, by_kind text, by_id uuid, moment timestamptz)
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
