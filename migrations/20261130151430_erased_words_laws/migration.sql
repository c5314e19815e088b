-- Its own call, which was told to be answered, by the employee whom the contact names then; or by whom the case is about, who
-- is named by none. Deferred, since the call and its contact are written by one statement.
CREATE OR REPLACE FUNCTION contacts_completed_by_a_call() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM calls l JOIN call_events v ON v.call_id = l.id AND v.event = 'answered'
      WHERE l.contact_id = NEW.id AND l.answered AND NEW.employee_id IS NOT DISTINCT FROM
        nullif(l.answered_by_id, (SELECT about_employee_id FROM cases WHERE id = NEW.case_id))) THEN
    RAISE EXCEPTION 'no call says that it was answered' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_are_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- It is told of, and nothing is left by which the customer was known, or whoever was merged into them, nor of what was said
-- in their cases: an erasure is never half of one.
CREATE OR REPLACE FUNCTION erasures_are_whole() RETURNS trigger
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
