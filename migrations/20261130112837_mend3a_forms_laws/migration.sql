-- Whether there is something to see in a text, which is not of blanks and of signs that show nothing alone.
CREATE FUNCTION says_something(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN words ~ '[^[:space:][:cntrl:]\u00a0\u00ad\u034f\u061c\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]';
--> statement-breakpoint
-- Whether it is a list of objects that have these members as texts, and the others as texts or not at all.
CREATE FUNCTION are_made_of_texts(list jsonb, needed text[], others text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(list) = 'array' AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END) e (item)
    WHERE jsonb_typeof(item) <> 'object' OR NOT item ?& needed
      OR EXISTS (SELECT FROM jsonb_each(CASE jsonb_typeof(item) WHEN 'object' THEN item ELSE '{}' END) m
        WHERE m.key = ANY(needed || others) AND jsonb_typeof(m.value) <> 'string'))
$$;
--> statement-breakpoint
-- Whether it is a list of texts of this form.
CREATE FUNCTION are_texts(list jsonb, form text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(list) = 'array' AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END) e (item)
    WHERE jsonb_typeof(item) <> 'string' OR item #>> '{}' !~ form)
$$;
--> statement-breakpoint
-- Whether these are the stretches of one day, in order and without overlap.
CREATE FUNCTION are_hours(day jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT are_made_of_texts(day, '{from,until}', '{}') AND NOT EXISTS (
    SELECT FROM (SELECT item ->> 'from' COLLATE "C" AS begins, item ->> 'until' COLLATE "C" AS ends,
        lag(item ->> 'until' COLLATE "C") OVER (ORDER BY place) AS before
      FROM jsonb_array_elements(CASE jsonb_typeof(day) WHEN 'array' THEN day ELSE '[]' END) WITH ORDINALITY e (item, place)) i
    WHERE NOT coalesce(begins ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND ends ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
      AND begins < ends AND begins >= coalesce(before, begins), false))
$$;
--> statement-breakpoint
-- Whether these are the hours of a week: of days that a week has.
CREATE FUNCTION are_weekly_hours(week jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(week) = 'object' AND NOT EXISTS (
    SELECT FROM jsonb_each(CASE jsonb_typeof(week) WHEN 'object' THEN week ELSE '{}' END) d
    WHERE NOT (d.key = ANY('{monday,tuesday,wednesday,thursday,friday,saturday,sunday}') AND are_hours(d.value)))
$$;
--> statement-breakpoint
-- Whether these are days of the calendar, each with its hours where they are asked for.
CREATE FUNCTION are_days(days jsonb, with_hours boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT are_made_of_texts(days, '{date}', '{reason}') AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(CASE jsonb_typeof(days) WHEN 'array' THEN days ELSE '[]' END) e (day)
    WHERE NOT coalesce(day ->> 'date' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      AND jsonb_path_exists(day, '$.date.datetime("YYYY-MM-DD")', '{}', true)
      AND (NOT with_hours OR are_hours(day -> 'intervals') AND day -> 'intervals' <> '[]'), false))
$$;
--> statement-breakpoint
-- Whether it is a stretch of working time, or of working days, and longer than nothing (ISO 8601).
CREATE FUNCTION is_working_time(span text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN span ~ '^PT(?=[0-9])([0-9]{1,3}H)?([0-9]{1,3}M)?$' AND span ~ '[1-9]';
--> statement-breakpoint
CREATE FUNCTION are_working_days(span text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN span ~ '^P[0-9]{1,3}D$' AND span ~ '[1-9]';
--> statement-breakpoint
-- Whether these are bounds of what teams agree on; what is left out bounds nothing.
CREATE FUNCTION are_bounds(bounds jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(bounds) = 'object' AND NOT EXISTS (
    SELECT FROM jsonb_each(CASE jsonb_typeof(bounds) WHEN 'object' THEN bounds ELSE '{}' END) b
    WHERE jsonb_typeof(b.value) <> 'object' OR NOT coalesce(CASE b.key
      WHEN 'callbackWithin' THEN is_working_time(b.value ->> 'most')
      WHEN 'callbackHorizon' THEN are_working_days(b.value ->> 'most')
      ELSE jsonb_typeof(coalesce(b.value -> 'least', '1')) = 'number' AND jsonb_typeof(coalesce(b.value -> 'most', '1')) = 'number'
    END, false))
$$;
--> statement-breakpoint
-- A time zone is one of the IANA database that PostgreSQL knows, by its name to the letter: it would take `Nowhere+3` as well (POSIX),
-- by which nobody else can read a clock.
CREATE FUNCTION is_time_zone(zone text) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN zone ~ '^([A-Z][A-Za-z]*(/[A-Z][A-Za-z]*([_-][A-Za-z]+)*)+|Etc/GMT(0|[+-]([0-9]|1[0-2])|-1[34])|[CEMP]ST[5-8][CEMP]DT|GMT[+-]?0|UTC|GMT|UCT|Zulu|Universal|Greenwich|[CEMW]ET|[EMH]ST|PRC|RO[CK]|GB(-Eire)?|NZ(-CHAT)?|W-SU|Cuba|Egypt|Eire|Hongkong|Iceland|Iran|Israel|Jamaica|Japan|Kwajalein|Libya|Navajo|Poland|Portugal|Singapore|Turkey)$'
    AND timestamptz '2026-01-01Z' AT TIME ZONE zone IS NOT NULL;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN false;
END $$;
--> statement-breakpoint
CREATE FUNCTION time_zones_are_known() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT is_time_zone(NEW.time_zone) THEN
    RAISE EXCEPTION 'there is no time zone %', NEW.time_zone USING
      ERRCODE = 'check_violation', CONSTRAINT = 'time_zones_are_known', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A survey asks the customer of its case about its owner: not whom nobody knows, and not of a complaint, of which it would tell.
CREATE OR REPLACE FUNCTION disturb_by_survey() RETURNS trigger
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
--> statement-breakpoint
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
--> statement-breakpoint
-- What earlier migrations of the same upgrade still have to look at is looked at now: a table can wait for nothing while it changes.
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
-- What a team agreed on, and when it is there: by this each promise is reckoned. It opens at least once in a week, or nothing could
-- be promised.
ALTER TABLE agreements ADD CONSTRAINT agreements_are_of_their_form CHECK (are_weekly_hours(opening_hours)
  AND opening_hours @? '$.*[*]' AND are_days(closures, false) AND are_days(openings, true) AND is_working_time(callback_within)
  AND are_working_days(callback_horizon) AND is_working_time(remind_before) AND is_working_time(attempt_pause)) NOT VALID;
--> statement-breakpoint
ALTER TABLE organisation ADD CONSTRAINT organisation_is_of_its_form
  CHECK (are_working_days(idea_answer_within) AND are_bounds(agreement_bounds)) NOT VALID;
--> statement-breakpoint
ALTER TABLE employees ADD CONSTRAINT employees_work_in_a_week CHECK (are_weekly_hours(working_hours)) NOT VALID;
--> statement-breakpoint
-- A customer by whom nobody can be reached, or who can't be merged, parted or erased.
ALTER TABLE customers ADD CONSTRAINT customers_are_of_their_form CHECK (are_weekly_hours(preferred_windows)
  AND (other_contact_points = '[]' OR are_made_of_texts(other_contact_points, '{channel,address}', '{label}'))) NOT VALID;
--> statement-breakpoint
ALTER TABLE customer_merges ADD CONSTRAINT customer_merges_know_what_they_moved CHECK (coalesce(
  are_made_of_texts(moved -> 'references', '{system,externalId}', '{}') AND are_texts(moved -> 'filled', '')
  AND are_texts(moved -> 'facts', '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
  AND are_made_of_texts(moved -> 'contactPoints', '{channel,address}', '{label}'), false)) NOT VALID;
--> statement-breakpoint
-- Lists that are shown to everybody.
ALTER TABLE shared_values ADD CONSTRAINT shared_values_are_of_their_form
  CHECK (are_made_of_texts(list, '{code,name,meaning}', '{}')) NOT VALID;
--> statement-breakpoint
ALTER TABLE heads_ups ADD CONSTRAINT heads_ups_expect_questions
  CHECK (are_made_of_texts(expected_questions, '{question,answer}', '{}')) NOT VALID;
--> statement-breakpoint
-- Law 13: a wish, a gift and a no; law 14: a rule that is bent, reviewed or written; law 5: a promise that is moved; law 8: how a case
-- ended; law 10: a question to a colleague and what comes of it; law 12: why a case passes on.
ALTER TABLE asks ADD CONSTRAINT asks_say_why
  CHECK (says_something(wish) AND says_something(reason) AND says_something(answer_reason) AND says_something(alternative)) NOT VALID;
--> statement-breakpoint
ALTER TABLE gestures ADD CONSTRAINT gestures_say_why
  CHECK (says_something(reason) AND says_something(withdrawn_because) AND says_something(fulfilment_reference)) NOT VALID;
--> statement-breakpoint
ALTER TABLE deviations ADD CONSTRAINT deviations_say_why CHECK (says_something(benefit) AND says_something(reason)) NOT VALID;
--> statement-breakpoint
ALTER TABLE rule_versions ADD CONSTRAINT rule_versions_say_something CHECK (says_something(text)) NOT VALID;
--> statement-breakpoint
ALTER TABLE rule_reviews ADD CONSTRAINT rule_reviews_say_why CHECK (says_something(reason)) NOT VALID;
--> statement-breakpoint
ALTER TABLE callbacks ADD CONSTRAINT callbacks_say_why CHECK (says_something(reason)) NOT VALID;
--> statement-breakpoint
ALTER TABLE resolutions ADD CONSTRAINT resolutions_say_how CHECK (says_something(summary)) NOT VALID;
--> statement-breakpoint
ALTER TABLE consultations ADD CONSTRAINT consultations_say_something
  CHECK (says_something(question) AND says_something(answer) AND says_something(reason)) NOT VALID;
--> statement-breakpoint
ALTER TABLE successions ADD CONSTRAINT successions_say_why CHECK (says_something(reason)) NOT VALID;
--> statement-breakpoint
ALTER TABLE case_corrections ADD CONSTRAINT case_corrections_say_why CHECK (says_something(reason)) NOT VALID;
--> statement-breakpoint
-- An idea is something, and so is its answer; what goes out to teams and to customers says why.
ALTER TABLE ideas ADD CONSTRAINT ideas_say_something
  CHECK (says_something(title) AND says_something(body) AND says_something(reason) AND says_something(result)) NOT VALID;
--> statement-breakpoint
ALTER TABLE heads_ups ADD CONSTRAINT heads_ups_say_why CHECK (says_something(message) AND says_something(override_reason)) NOT VALID;
--> statement-breakpoint
ALTER TABLE outreaches ADD CONSTRAINT outreaches_say_why CHECK (says_something(reason) AND says_something(value_to_customer)
  AND says_something(message) AND says_something(why) AND says_something(worth_more)) NOT VALID;
--> statement-breakpoint
ALTER TABLE outreach_customers ADD CONSTRAINT outreach_customers_say_why CHECK (says_something(why)) NOT VALID;
--> statement-breakpoint
ALTER TABLE imports ADD CONSTRAINT imports_say_why CHECK (says_something(failed_because)) NOT VALID;
--> statement-breakpoint
-- Rows of before that are of no such form, or give no reason, are named here, all in one message: nothing changes then.
DO $$
DECLARE
  law record;
  zoned regclass;
  key text;
  strays text[];
  message text := '';
BEGIN
  FOR law IN SELECT conrelid::regclass AS here, conname, pg_get_expr(conbin, conrelid) AS form FROM pg_constraint WHERE conname = ANY('{
    agreements_are_of_their_form, organisation_is_of_its_form, employees_work_in_a_week, customers_are_of_their_form,
    customer_merges_know_what_they_moved, shared_values_are_of_their_form, heads_ups_expect_questions, asks_say_why,
    gestures_say_why, deviations_say_why, rule_versions_say_something, rule_reviews_say_why, callbacks_say_why,
    resolutions_say_how, consultations_say_something, successions_say_why, case_corrections_say_why, ideas_say_something,
    heads_ups_say_why, outreaches_say_why, outreach_customers_say_why, imports_say_why
  }'::text[]) ORDER BY conname LOOP
    SELECT string_agg(quote_ident(attname), ', ') INTO key
    FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey) WHERE indrelid = law.here AND indisprimary;
    EXECUTE format('SELECT array(SELECT concat_ws(''/'', %s) FROM %s WHERE NOT (%s) ORDER BY 1 LIMIT 101)', key, law.here, law.form)
      INTO strays;
    IF strays <> '{}' THEN
      message := message || format(E'\n%s (%s): %s', law.here, law.conname, array_to_string(strays[:100], ', '))
        || CASE WHEN cardinality(strays) > 100 THEN ', and more' ELSE '' END;
    ELSE
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', law.here, law.conname);
    END IF;
  END LOOP;
  FOR zoned, key IN VALUES ('agreements'::regclass, 'team_id'), ('organisation', 'id'), ('employees', 'id'), ('customers', 'id') LOOP
    EXECUTE format('SELECT array(SELECT %I::text FROM %s WHERE NOT is_time_zone(time_zone) ORDER BY 1 LIMIT 101)', key, zoned)
      INTO strays;
    IF strays <> '{}' THEN
      message := message || format(E'\n%s (time_zones_are_known): %s', zoned, array_to_string(strays[:100], ', '))
        || CASE WHEN cardinality(strays) > 100 THEN ', and more' ELSE '' END;
    END IF;
  END LOOP;
  IF message <> '' THEN
    RAISE EXCEPTION 'Rows that are not of the form that they need, or give no reason, by table and id:%', message
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
-- The one list of values is there.
CREATE TRIGGER shared_values_stay BEFORE DELETE ON shared_values FOR EACH ROW EXECUTE FUNCTION refuse('shared_values_are_one_list');
--> statement-breakpoint
CREATE TRIGGER agreements_time_zone_is_known AFTER INSERT OR UPDATE OF time_zone ON agreements FOR EACH ROW
  EXECUTE FUNCTION time_zones_are_known();
--> statement-breakpoint
CREATE TRIGGER organisation_time_zone_is_known AFTER INSERT OR UPDATE OF time_zone ON organisation FOR EACH ROW
  EXECUTE FUNCTION time_zones_are_known();
--> statement-breakpoint
CREATE TRIGGER employees_time_zone_is_known AFTER INSERT OR UPDATE OF time_zone ON employees FOR EACH ROW
  WHEN (NEW.time_zone IS NOT NULL) EXECUTE FUNCTION time_zones_are_known();
--> statement-breakpoint
CREATE TRIGGER customers_time_zone_is_known AFTER INSERT OR UPDATE OF time_zone ON customers FOR EACH ROW
  WHEN (NEW.time_zone IS NOT NULL) EXECUTE FUNCTION time_zones_are_known();
--> statement-breakpoint
CREATE TRIGGER disturbances_are_by_a_letter AFTER INSERT ON disturbances FOR EACH ROW
  WHEN (NEW.kind = 'letter') EXECUTE FUNCTION disturbances_are_by_a_letter();
--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;
