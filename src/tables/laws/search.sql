-- Search: all the words of a case in one place, and those of a customer, kept by triggers, so that whoever writes the
-- words, they can be found (docs/decisions/0018-all-words-of-a-case-in-one-row.md). Reading a text for its words is
-- the same for what is kept and for what is typed. Functions that rows are written by are in PL/pgSQL, which plans them once
-- a session: in SQL, PostgreSQL before 18 plans them once a row, which took longer than the rest of opening a case.

-- PostgreSQL takes `J.Jansen` for a host, `invoice/reminder` for a file and the `-03` of a date for a number below
-- zero. Apart they are words, and so are those between the dashes and apostrophes of other keyboards. What nobody sees
-- (a soft hyphen, marks of direction, joiners) is dropped. A text is read as far as the service takes one.
CREATE FUNCTION words_apart(given text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length(given) = length(given)
  THEN translate(left(given, 20000), '/.-_@+<&', '        ')
  ELSE translate(normalize(left(given, 20000), NFKC),
    U&'/.-_@+<&\2019\2018\201A\02BC\2032\2010\2012\2013\2014\2015\2212\00B7\2022'
      '\00AD\061C\180E\200B\200C\200D\200E\200F\202A\202B\202C\202D\202E\2060\2066\2067\2068\2069\FE0E\FE0F\FEFF',
    '                     ') END;

-- Letters with points between them are one word as well: `bv` of `B.V.`, `jp` of `J.P. de Vries`, `vd` of `v.d. Berg`.
CREATE FUNCTION letters_joined(given text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(string_agg(replace(letters[1], '.', ''), ' '), '')
    FROM regexp_matches(left(given, 1000), '(?:^|[^[:alnum:].])((?:[[:alpha:]]\.)+[[:alpha:]]?)(?![[:alnum:]])', 'g') letters
    WHERE length(letters[1]) > 2);
END $$;

-- The words of a text as they stand and by their stems, without their places: a third of the size.
CREATE FUNCTION text_words(given text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  apart text := words_apart(given);
BEGIN
  RETURN strip(to_tsvector('plain_words', apart)) || strip(to_tsvector('dutch_words', apart))
    || strip(to_tsvector('english_words', apart));
END $$;

-- A case about which books were written stays within what PostgreSQL takes (1 MB): later words are not found.
CREATE FUNCTION add_words(words tsvector, more tsvector) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN more IS NULL OR pg_column_size(words || ''::tsvector) > 300000 THEN words ELSE words || more END;

CREATE AGGREGATE all_words(tsvector) (SFUNC = add_words, STYPE = tsvector, INITCOND = '');

-- A customer's words: names in pieces, addresses and the numbers of other systems as they stand as well.
CREATE FUNCTION customer_words(customer uuid, name text, email text, phone text) RETURNS tsvector
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT strip(to_tsvector('plain_words', words_apart(concat_ws(' ', name, letters_joined(name), phone, string_agg(r.external_id, ' ')))))
      || array_to_tsvector(array_remove(array_remove(
          array_agg(left(lower(r.external_id), 500))
          || array_agg(left(regexp_replace(lower(r.external_id), '[^[:alnum:]]', '', 'g'), 500))
          || left(lower(email), 500), NULL), ''))
    FROM (SELECT) one LEFT JOIN customer_references r ON r.customer_id = customer);
END $$;

CREATE FUNCTION customers_keep_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.search := customer_words(NEW.id, NEW.name, NEW.email, NEW.phone);
  RETURN NEW;
END $$;

CREATE TRIGGER customers_keep_words BEFORE INSERT OR UPDATE OF name, email, phone, search ON customers
  FOR EACH ROW EXECUTE FUNCTION customers_keep_words();

CREATE FUNCTION customer_references_keep_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE customers SET search = search
  WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.customer_id END,
    CASE WHEN TG_OP <> 'DELETE' THEN NEW.customer_id END);
  RETURN NULL;
END $$;

CREATE TRIGGER customer_references_keep_words AFTER INSERT OR UPDATE OR DELETE ON customer_references
  FOR EACH ROW EXECUTE FUNCTION customer_references_keep_words();

-- The words that names are made of.
CREATE FUNCTION words_of_name(name text) RETURNS SETOF text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT word
    FROM unnest(tsvector_to_array(to_tsvector('plain_words', words_apart(name || ' ' || letters_joined(name))))) word
    WHERE word ~ '^[^0-9]{2,50}$';
END $$;

-- A new word is written once; a word that nobody bears any more is not kept.
CREATE FUNCTION customers_keep_name_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO name_words (word) SELECT word FROM words_of_name(NEW.name) word
  WHERE NOT EXISTS (SELECT FROM name_words k WHERE k.word = word.word) ORDER BY word ON CONFLICT DO NOTHING;
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM name_words n USING words_of_name(OLD.name) gone
    WHERE n.word = gone AND NOT EXISTS (SELECT FROM customers c
      WHERE c.search @@ ('''' || replace(gone, '''', '''''') || '''')::tsquery);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER customers_keep_name_words AFTER INSERT ON customers FOR EACH ROW
  WHEN (NEW.name IS NOT NULL) EXECUTE FUNCTION customers_keep_name_words();
CREATE TRIGGER customers_change_name_words AFTER UPDATE OF name ON customers FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION customers_keep_name_words();

-- Words are what triggers keep of what was said, and of names: nobody writes others to them, by which nothing is found, or what was
-- erased is found again.
CREATE TRIGGER case_words_begin_as_said BEFORE INSERT ON case_words FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse('words_are_kept_as_said');
CREATE TRIGGER case_words_are_as_said BEFORE UPDATE ON case_words FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse('words_are_kept_as_said');
CREATE TRIGGER case_words_stay BEFORE DELETE ON case_words FOR EACH ROW EXECUTE FUNCTION refuse('words_are_kept_as_said');
CREATE TRIGGER case_words_stay_all BEFORE TRUNCATE ON case_words EXECUTE FUNCTION refuse('words_are_kept_as_said');
CREATE TRIGGER name_words_begin_as_said BEFORE INSERT OR UPDATE ON name_words FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse('words_are_kept_as_said');
CREATE TRIGGER name_words_go_as_said BEFORE DELETE ON name_words FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse('words_are_kept_as_said');
CREATE TRIGGER name_words_stay_all BEFORE TRUNCATE ON name_words EXECUTE FUNCTION refuse('words_are_kept_as_said');

-- Names by their beginnings, whatever the collation of the database.
CREATE INDEX name_words_beginnings ON name_words (word text_pattern_ops);

-- All the words of a case. The team is among them, under a name that no word can have (it has a blank in it), so that
-- the index alone finds the cases of a team with a word.
CREATE FUNCTION words_of_case(kase uuid) RETURNS tsvector
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT all_words(words) FROM (
    SELECT text_words(concat_ws(' ', c.subject, c.question, array_to_string(c.tags, ' '))) || u.search
      || array_to_tsvector(ARRAY[c.reference, 'team ' || c.team_id]) AS words
    FROM cases c JOIN customers u ON u.id = c.customer_id WHERE c.id = kase
    UNION ALL SELECT text_words(summary) FROM contacts WHERE case_id = kase AND summary IS NOT NULL
    UNION ALL SELECT text_words(text) FROM notes WHERE case_id = kase
    UNION ALL SELECT text_words(summary) FROM resolutions WHERE case_id = kase
    UNION ALL SELECT text_words(a.summary) FROM callbacks b JOIN callback_attempts a ON a.callback_id = b.id
      WHERE b.case_id = kase AND a.summary IS NOT NULL
  ) every);
END $$;

-- Fires when the statement is done, and so knows the contact and the resolution that came with the case. The customer
-- is held meanwhile: a name that changes at the same moment would be missed by both, and so would an erasure.
CREATE FUNCTION cases_keep_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  erased timestamptz;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT erased_at INTO erased FROM customers WHERE id = NEW.customer_id FOR SHARE;
    IF erased IS NOT NULL THEN
      RAISE EXCEPTION 'this customer was erased' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'customers_erased_are_gone', TABLE = TG_TABLE_NAME;
    END IF;
    INSERT INTO case_words (case_id, words) VALUES (NEW.id, words_of_case(NEW.id));
  ELSE
    PERFORM FROM case_words WHERE case_id = NEW.id FOR UPDATE;
    UPDATE case_words SET words = words_of_case(NEW.id) WHERE case_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER cases_keep_words AFTER INSERT ON cases FOR EACH ROW EXECUTE FUNCTION cases_keep_words();
CREATE TRIGGER cases_change_words AFTER UPDATE OF subject, question, tags, customer_id, team_id ON cases FOR EACH ROW
  WHEN ((OLD.subject, OLD.question, OLD.tags, OLD.customer_id, OLD.team_id)
    IS DISTINCT FROM (NEW.subject, NEW.question, NEW.tags, NEW.customer_id, NEW.team_id))
  EXECUTE FUNCTION cases_keep_words();

-- Locked first and read afterwards, so that no word is lost that is being written to one of the cases.
CREATE FUNCTION customers_change_case_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM case_words WHERE case_id IN (SELECT id FROM cases WHERE customer_id = NEW.id)
  ORDER BY case_id FOR UPDATE;
  UPDATE case_words SET words = words_of_case(case_id)
  WHERE case_id IN (SELECT id FROM cases WHERE customer_id = NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER customers_change_case_words AFTER UPDATE ON customers FOR EACH ROW
  WHEN (OLD.search IS DISTINCT FROM NEW.search) EXECUTE FUNCTION customers_change_case_words();

-- What is said about a case adds its words; that there are none yet means that the case is just being opened, with
-- it.
CREATE FUNCTION case_words_grow() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  said tsvector := text_words(to_jsonb(NEW) ->> TG_ARGV[0]);
BEGIN
  UPDATE case_words SET words = add_words(words, said) WHERE case_id = NEW.case_id AND words <> add_words(words, said);
  RETURN NULL;
END $$;

CREATE TRIGGER contacts_grow_words AFTER INSERT ON contacts FOR EACH ROW
  WHEN (NEW.summary IS NOT NULL) EXECUTE FUNCTION case_words_grow('summary');
CREATE TRIGGER notes_grow_words AFTER INSERT ON notes FOR EACH ROW EXECUTE FUNCTION case_words_grow('text');
CREATE TRIGGER resolutions_grow_words AFTER INSERT ON resolutions FOR EACH ROW
  EXECUTE FUNCTION case_words_grow('summary');

CREATE FUNCTION callback_attempts_grow_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  said tsvector := text_words(NEW.summary);
BEGIN
  UPDATE case_words SET words = add_words(words, said)
  WHERE case_id = (SELECT case_id FROM callbacks WHERE id = NEW.callback_id) AND words <> add_words(words, said);
  RETURN NULL;
END $$;

CREATE TRIGGER callback_attempts_grow_words AFTER INSERT ON callback_attempts FOR EACH ROW
  WHEN (NEW.summary IS NOT NULL) EXECUTE FUNCTION callback_attempts_grow_words();

-- A word as an operand of a query: nothing in it can be an operator.
CREATE FUNCTION just(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '''' || replace(replace(left(word, 200), '\', '\\'), '''', '''''') || '''';

-- What a typed word finds: what begins with it and, where `forms` are asked for, the other forms of it in Dutch and
-- in English. Where the Dutch stemmer stops, spelling goes on: huis, huizen; betalen, betaald; verhuizen, verhuisd.
CREATE FUNCTION forms_of(word text, forms boolean) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  dutch text;
  english text;
  shorter text;
  swapped text;
  prolonged text;
  isEnding boolean := word ~ '(en|ing)$';
BEGIN
  IF NOT forms OR word ~ '[0-9]' OR length(word) < 3 THEN RETURN just(word) || ':*'; END IF;
  dutch := (ts_lexize('dutch_stem', word))[1];
  english := (ts_lexize('english_stem', word))[1];
  IF word ~ '[^dt][dt]$' AND length(word) > 4 THEN shorter := (ts_lexize('dutch_stem', left(word, -1)))[1]; END IF;
  swapped := coalesce(shorter, dutch);
  swapped := CASE
    WHEN isEnding AND swapped ~ '[zv]$'
      THEN just(left(swapped, -1) || translate(right(swapped, 1), 'zv', 'sf')) || ':*'
    WHEN NOT isEnding AND swapped ~ '[sf]$'
      THEN just(left(swapped, -1) || translate(right(swapped, 1), 'sf', 'zv')) END;
  IF isEnding AND dutch ~ '[^aeiou][aeou][bcdfghklmnprt]$' THEN
    prolonged := just(left(dutch, -1) || right(left(dutch, -1), 1) || right(dutch, 1)) || ':*';
  END IF;
  RETURN concat_ws('|', just(word) || ':*', just(nullif(dutch, word)), just(nullif(nullif(english, word), dutch)),
    just(shorter), swapped, prolonged);
END $$;

-- What was typed, as a query: every word must be found. One of its alternatives is enough: in `word|other|anot*` a
-- word as it was typed, this very one, and what begins like that. A loose query finds all forms of a word, and leaves
-- out the words that every text has (`de`, `the`) where there are others; names want neither. Null: there is nothing
-- to look for.
CREATE FUNCTION search_query(typed text, loose boolean) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  word text;
  alternatives text[];
  pieces text[];
  one text;
  asked text[] := '{}';
  common text[] := '{}';
  every text;
BEGIN
  -- Letters that stand alone may be one word, with points or without.
  FOREACH word IN ARRAY regexp_split_to_array(
    regexp_replace(lower(typed), '(?<![^\s])([[:alpha:]])\s+(?=[[:alpha:]](?:\s|$))', '\1.', 'g'), '\s+') LOOP
    alternatives := string_to_array(word, '|');
    SELECT array_agg(lexeme ORDER BY positions[1]) INTO pieces
    FROM unnest(to_tsvector('plain_words', words_apart(alternatives[1])));
    CONTINUE WHEN pieces IS NULL;
    -- Of `C-104` the last piece may go on; what stands before a sign was typed to its end.
    SELECT string_agg(CASE WHEN n = cardinality(pieces) OR loose AND piece ~ '^[^0-9]{3}'
      THEN '(' || forms_of(piece, loose) || ')' ELSE just(piece) END, '&')
    INTO one FROM unnest(pieces) WITH ORDINALITY p (piece, n);
    IF alternatives[1] ~ '[-/._@+&]' THEN one := just(alternatives[1]) || ':*|(' || one || ')'; END IF;
    IF letters_joined(alternatives[1]) <> '' THEN
      SELECT one || '|' || string_agg(just(lexeme) || ':*', '&') INTO one
      FROM unnest(to_tsvector('plain_words', letters_joined(alternatives[1])));
    END IF;
    IF cardinality(alternatives) > 1 THEN
      SELECT one || coalesce('|' || string_agg(
        just(rtrim(other, '*')) || CASE WHEN other LIKE '%*' THEN ':*' ELSE '' END, '|'), '')
      INTO one FROM unnest(alternatives[2:]) other WHERE rtrim(other, '*') <> '';
    END IF;
    IF loose AND cardinality(pieces) = 1 AND pieces[1] NOT IN ('ben', 'don', 'will', 'wil')
      AND ('{}' IN (ts_lexize('dutch_stem', pieces[1]), ts_lexize('english_stem', pieces[1])))
    THEN common := common || one;
    ELSE asked := asked || one;
    END IF;
  END LOOP;
  every := '(' || array_to_string(CASE asked WHEN '{}' THEN common ELSE asked END, ')&(') || ')';
  RETURN nullif(every, '()')::tsquery;
END $$;

-- The cases of a team: see words_of_case.
CREATE FUNCTION of_team(team uuid) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ('''team ' || team || '''')::tsquery;

-- Whether at least this share of the cases has the words, as PostgreSQL estimates it. Then reading the newest cases
-- one after the other finds a page of them sooner than the index of words does.
CREATE FUNCTION words_are_common(asked tsquery, share float8) RETURNS boolean
LANGUAGE plpgsql STRICT SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM case_words WHERE words @@ %L::tsquery', asked) INTO plan;
  RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8
    > (SELECT reltuples * share FROM pg_class WHERE oid = 'case_words'::regclass);
END $$;

-- The names that may have been meant by one that nobody bears: one mistake away, two for a long name; two letters
-- that changed places are one mistake.
CREATE FUNCTION names_like(typed text) RETURNS TABLE (word text)
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog, public, pg_temp AS $$
  WITH swapped AS MATERIALIZED (
    SELECT left(typed, n - 1) || substr(typed, n + 1, 1) || substr(typed, n, 1) || substr(typed, n + 2) AS word
    FROM generate_series(1, length(typed) - 1) n
  ), alike AS (
    SELECT n.word FROM name_words n WHERE n.word % typed
    UNION SELECT n.word FROM name_words n
    WHERE n.word ~>=~ left(typed, 2) AND n.word ~<=~ (left(typed, 2) || chr(1114109))
    UNION SELECT n.word FROM name_words n JOIN swapped s ON s.word = n.word
  ), measured AS (
    SELECT a.word, CASE
      WHEN a.word IN (SELECT s.word FROM swapped s) THEN 1
      WHEN abs(length(a.word) - length(typed)) <= 2 THEN levenshtein_less_equal(a.word, typed, 2)
      ELSE 9 END AS mistakes
    FROM alike a
  )
  SELECT m.word FROM measured m
  WHERE length(typed) BETWEEN 3 AND 50 AND m.mistakes <= CASE WHEN length(typed) < 6 THEN 1 ELSE 2 END
  ORDER BY m.mistakes, similarity(m.word, typed) DESC, m.word LIMIT 5
$$;
