-- Forms: what is kept as JSON or as text of a form of its own is of that form, whoever writes it. What reads it need not doubt it: a
-- week of one member that nobody can read would keep all their team from taking a question (law 3).

-- Whether there is something to see in a text, which is not of blanks and of signs that show nothing alone.
CREATE FUNCTION says_something(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN words ~ '[^[:space:][:cntrl:]\u00a0\u00ad\u034f\u061c\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]';

-- Whether it is a list of objects that have these members as texts, and the others as texts or not at all.
CREATE FUNCTION are_made_of_texts(list jsonb, needed text[], others text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(list) = 'array' AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END) e (item)
    WHERE jsonb_typeof(item) <> 'object' OR NOT item ?& needed
      OR EXISTS (SELECT FROM jsonb_each(CASE jsonb_typeof(item) WHEN 'object' THEN item ELSE '{}' END) m
        WHERE m.key = ANY(needed || others) AND jsonb_typeof(m.value) <> 'string'))
$$;

-- Whether it is a list of texts of this form.
CREATE FUNCTION are_texts(list jsonb, form text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(list) = 'array' AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END) e (item)
    WHERE jsonb_typeof(item) <> 'string' OR item #>> '{}' !~ form)
$$;

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

-- Whether these are the hours of a week: of days that a week has.
CREATE FUNCTION are_weekly_hours(week jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_typeof(week) = 'object' AND NOT EXISTS (
    SELECT FROM jsonb_each(CASE jsonb_typeof(week) WHEN 'object' THEN week ELSE '{}' END) d
    WHERE NOT (d.key = ANY('{monday,tuesday,wednesday,thursday,friday,saturday,sunday}') AND are_hours(d.value)))
$$;

-- Whether these are days of the calendar, each with its hours where they are asked for.
CREATE FUNCTION are_days(days jsonb, with_hours boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT are_made_of_texts(days, '{date}', '{reason}') AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(CASE jsonb_typeof(days) WHEN 'array' THEN days ELSE '[]' END) e (day)
    WHERE NOT coalesce(day ->> 'date' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      AND jsonb_path_exists(day, '$.date.datetime("YYYY-MM-DD")', '{}', true)
      AND (NOT with_hours OR are_hours(day -> 'intervals') AND day -> 'intervals' <> '[]'), false))
$$;

-- Whether it is a stretch of working time, or of working days, and longer than nothing (ISO 8601).
CREATE FUNCTION is_working_time(span text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN span ~ '^PT(?=[0-9])([0-9]{1,3}H)?([0-9]{1,3}M)?$' AND span ~ '[1-9]';
CREATE FUNCTION are_working_days(span text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN span ~ '^P[0-9]{1,3}D$' AND span ~ '[1-9]';

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

-- What a team agreed on, and when it is there: by this each promise is reckoned. It opens at least once in a week, or nothing could
-- be promised.
ALTER TABLE agreements ADD CONSTRAINT agreements_are_of_their_form CHECK (are_weekly_hours(opening_hours)
  AND opening_hours @? '$.*[*]' AND are_days(closures, false) AND are_days(openings, true) AND is_working_time(callback_within)
  AND are_working_days(callback_horizon) AND is_working_time(remind_before) AND is_working_time(attempt_pause));
ALTER TABLE organisation ADD CONSTRAINT organisation_is_of_its_form
  CHECK (are_working_days(idea_answer_within) AND are_bounds(agreement_bounds));
ALTER TABLE employees ADD CONSTRAINT employees_work_in_a_week CHECK (are_weekly_hours(working_hours));

-- A customer by whom nobody can be reached, or who can't be merged, parted or erased.
ALTER TABLE customers ADD CONSTRAINT customers_are_of_their_form CHECK (are_weekly_hours(preferred_windows)
  AND (other_contact_points = '[]' OR are_made_of_texts(other_contact_points, '{channel,address}', '{label}')));
ALTER TABLE customer_merges ADD CONSTRAINT customer_merges_know_what_they_moved CHECK (coalesce(
  are_made_of_texts(moved -> 'references', '{system,externalId}', '{}') AND are_texts(moved -> 'filled', '')
  AND are_texts(moved -> 'facts', '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
  AND are_made_of_texts(moved -> 'contactPoints', '{channel,address}', '{label}'), false));

-- Lists that are shown to everybody.
ALTER TABLE shared_values ADD CONSTRAINT shared_values_are_of_their_form
  CHECK (are_made_of_texts(list, '{code,name,meaning}', '{}'));
ALTER TABLE heads_ups ADD CONSTRAINT heads_ups_expect_questions
  CHECK (are_made_of_texts(expected_questions, '{question,answer}', '{}'));

-- Who took part are employees.
ALTER TABLE contacts ADD CONSTRAINT contacts_are_of_their_form CHECK (participants = '[]'
  OR are_texts(participants, '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'));

-- The one list of values is there.
CREATE TRIGGER shared_values_stay BEFORE DELETE ON shared_values FOR EACH ROW EXECUTE FUNCTION refuse('shared_values_are_one_list');

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

CREATE FUNCTION time_zones_are_known() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT is_time_zone(NEW.time_zone) THEN
    RAISE EXCEPTION 'there is no time zone %', NEW.time_zone USING
      ERRCODE = 'check_violation', CONSTRAINT = 'time_zones_are_known', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER agreements_time_zone_is_known AFTER INSERT OR UPDATE OF time_zone ON agreements FOR EACH ROW
  EXECUTE FUNCTION time_zones_are_known();
CREATE TRIGGER organisation_time_zone_is_known AFTER INSERT OR UPDATE OF time_zone ON organisation FOR EACH ROW
  EXECUTE FUNCTION time_zones_are_known();
CREATE TRIGGER employees_time_zone_is_known AFTER INSERT OR UPDATE OF time_zone ON employees FOR EACH ROW
  WHEN (NEW.time_zone IS NOT NULL) EXECUTE FUNCTION time_zones_are_known();
CREATE TRIGGER customers_time_zone_is_known AFTER INSERT OR UPDATE OF time_zone ON customers FOR EACH ROW
  WHEN (NEW.time_zone IS NOT NULL) EXECUTE FUNCTION time_zones_are_known();
