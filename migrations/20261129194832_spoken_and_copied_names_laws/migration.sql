-- How a callback was tried in vain since it was made, and since one of ours last spoke with the customer, who could be reached
-- then; and the messages about it: its attempts, and the owner's contacts that are such without having been told of as
-- attempts. A call that turned out to be answered is none.
CREATE OR REPLACE FUNCTION tried_in_vain(callback uuid) RETURNS TABLE (outcome text, at timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH promise AS (
    SELECT b.id, b.case_id, b.made_at, (SELECT max(s.at) FROM contacts s
      WHERE s.case_id = b.case_id AND s.at >= b.made_at AND NOT s.opening
        AND s.moment IN ('owner-reached', 'customer-called-owner', 'colleague-answered', 'colleague-spoke')) AS spoken_at
    FROM callbacks b WHERE b.id = callback
  )
  SELECT t.outcome, t.at FROM callback_attempts t JOIN promise b ON b.id = t.callback_id
  WHERE t.at >= b.made_at AND (b.spoken_at IS NULL OR t.at > b.spoken_at)
    AND NOT EXISTS (SELECT FROM contacts k WHERE k.id = t.contact_id AND k.moment = 'owner-reached')
  UNION ALL
  SELECT CASE t.moment WHEN 'owner-wrote' THEN 'message-sent' ELSE t.outcome END, t.at
  FROM contacts t JOIN promise b ON b.case_id = t.case_id
  WHERE t.at >= b.made_at AND t.recorded_at >= b.made_at AND (b.spoken_at IS NULL OR t.at > b.spoken_at)
    AND (t.moment = 'owner-wrote' OR (t.moment = 'not-reached' AND t.channel IN ('phone', 'chat', 'visit')))
    AND NOT EXISTS (SELECT FROM callback_attempts a WHERE a.contact_id = t.id)
$$;
--> statement-breakpoint
-- What needs a look at other rows; the rest are CHECKs on the table. Asked of the case, when it ends: asked of the
-- resolution, it could be answered before the row that breaks it is written. Deferred, so that the contact, the callback
-- and the resolution may be written in any order.
CREATE OR REPLACE FUNCTION cases_end_as_earned() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
  ending resolutions;
  broken text;
BEGIN
  SELECT * INTO kase FROM cases WHERE id = NEW.id;
  SELECT * INTO ending FROM resolutions WHERE id = NEW.resolution_id AND case_id = NEW.id;
  CASE
    WHEN NOT FOUND THEN
      broken := 'cases_resolved_has_its_resolution';
    WHEN ending.contact_moment IN ('owner-reached', 'owner-wrote', 'customer-called-owner')
        AND ending.outcome IN ('answered', 'fixed') THEN
      IF NOT EXISTS (SELECT FROM callbacks
          WHERE case_id = ending.case_id AND contact_id = ending.contact_id AND state = 'kept') THEN
        broken := 'resolutions_keep_the_callback';
      END IF;
    -- First-contact resolution: in the very call, or within an hour of it, while nothing else has happened.
    WHEN ending.contact_moment = 'opening' AND ending.outcome IN ('answered', 'fixed') THEN
      IF happened_since(ending.contact_id) IS NOT NULL
          OR EXISTS (SELECT FROM contacts WHERE id = ending.contact_id AND recorded_at < ending.at
            AND least(at, recorded_at) + interval '1 hour' < ending.at)
          OR EXISTS (SELECT FROM callbacks WHERE case_id = ending.case_id AND resolution_id = ending.id
            AND window_until < ending.at) THEN
        broken := 'resolutions_customer_was_told';
      END IF;
    -- Who opens a case in a call asks for an answer in it.
    WHEN ending.contact_moment = 'opening' AND ending.outcome = 'withdrawn' THEN
      broken := 'resolutions_customer_withdrew';
    WHEN ending.outcome = 'duplicate' THEN
      IF NOT EXISTS (SELECT FROM cases WHERE id = ending.duplicate_of AND customer_id = kase.customer_id
          AND (opened_at, id) < (kase.opened_at, kase.id) AND callback_id IS NOT NULL FOR KEY SHARE) THEN
        broken := 'resolutions_duplicate_is_older_and_open';
      END IF;
    WHEN ending.outcome = 'notAQuestion' THEN
      IF kase.opened_by_kind <> 'system'
          -- The call that seemed to be missed, and opened the case, is no contact about it when it was answered after all.
          OR EXISTS (SELECT FROM contacts t WHERE t.case_id = ending.case_id AND t.employee_id IS NOT NULL
            AND NOT (t.opening AND EXISTS (SELECT FROM calls l WHERE l.contact_id = t.id AND l.answered)))
          OR EXISTS (SELECT FROM callbacks b JOIN callback_attempts a ON a.callback_id = b.id
            WHERE b.case_id = ending.case_id) THEN
        broken := 'resolutions_not_a_question_is_a_systems';
      END IF;
    -- By the agreement of the team that the owner is of, as while the case was open (law 1).
    WHEN ending.outcome = 'unreachable' THEN
      IF NOT EXISTS (SELECT FROM callbacks WHERE case_id = ending.case_id AND resolution_id = ending.id
          AND was_tried_enough(id, kase.team_id))
        OR NOT EXISTS (SELECT FROM employees WHERE id = kase.owner_id AND active_team_id = kase.team_id) THEN
        broken := 'resolutions_not_yet_unreachable';
      END IF;
    ELSE NULL;
  END CASE;
  -- The contact in which the customer heard it, or withdrew, is not older than any promise of the case, neither when it was
  -- nor when it was recorded. The one that opened the case is as old, and tells the customer where the owner spoke in it.
  IF broken IS NULL AND ending.outcome IN ('answered', 'fixed', 'withdrawn')
      AND EXISTS (SELECT FROM contacts t JOIN callbacks b ON b.case_id = t.case_id
        WHERE t.id = ending.contact_id AND (b.made_at > t.recorded_at
          OR (t.moment <> 'opening' AND (b.made_at > t.at OR (t.opening AND b.made_at = t.recorded_at))))) THEN
    broken := 'resolutions_customer_was_told';
  END IF;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%', replace(broken, '_', ' ') USING
      ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- PostgreSQL takes `J.Jansen` for a host, `invoice/reminder` for a file and the `-03` of a date for a number below
-- zero. Apart they are words, and so are those between the dashes and apostrophes of other keyboards. What nobody sees
-- (a soft hyphen, marks of direction, joiners) is dropped. A text is read as far as the service takes one.
CREATE OR REPLACE FUNCTION words_apart(given text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length(given) = length(given)
  THEN translate(left(given, 20000), '/.-_@+<&', '        ')
  ELSE translate(normalize(left(given, 20000), NFKC),
    U&'/.-_@+<&\2019\2018\201A\02BC\2032\2010\2012\2013\2014\2015\2212\00B7\2022'
      '\00AD\061C\180E\200B\200C\200D\200E\200F\202A\202B\202C\202D\202E\2060\2066\2067\2068\2069\FE0E\FE0F\FEFF',
    '                     ') END;
--> statement-breakpoint
-- Names with dashes and apostrophes of other keyboards, or with signs that nobody sees, are found by their words from now on; their
-- cases follow by the trigger. What was said in other words stays as it was read.
UPDATE customers SET search = customer_words(id, name, email, phone)
WHERE octet_length(name) <> length(name) AND search IS DISTINCT FROM customer_words(id, name, email, phone);
--> statement-breakpoint
INSERT INTO name_words (word) SELECT DISTINCT word FROM customers, words_of_name(name) word
WHERE octet_length(name) <> length(name) ORDER BY word ON CONFLICT DO NOTHING;
--> statement-breakpoint
DELETE FROM name_words n WHERE octet_length(n.word) <> length(n.word)
  AND NOT EXISTS (SELECT FROM words_of_name(n.word) word WHERE word = n.word);
