-- Letters with points between them are one word as well: `bv` of `B.V.`, `jp` of `J.P. de Vries`, `vd` of `v.d. Berg`.
CREATE FUNCTION letters_joined(given text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(string_agg(replace(found[1], '.', ''), ' '), '')
  FROM regexp_matches(left(given, 1000), '(?:^|[^[:alnum:].])((?:[[:alpha:]]\.)+[[:alpha:]]?)(?![[:alnum:]])', 'g') found
  WHERE length(found[1]) > 2
$$;
--> statement-breakpoint
-- A customer's words: names in pieces, addresses and the numbers of other systems as they stand as well.
CREATE OR REPLACE FUNCTION customer_words(customer uuid, name text, email text, phone text) RETURNS tsvector
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT strip(to_tsvector('plain_words', words_apart(concat_ws(' ', name, letters_joined(name), phone, string_agg(r.external_id, ' ')))))
    || array_to_tsvector(array_remove(array_remove(
        array_agg(left(lower(r.external_id), 500))
        || array_agg(left(regexp_replace(lower(r.external_id), '[^[:alnum:]]', '', 'g'), 500))
        || left(lower(email), 500), NULL), ''))
  FROM (SELECT) one LEFT JOIN customer_references r ON r.customer_id = customer
$$;
--> statement-breakpoint
-- The words that names are made of.
CREATE OR REPLACE FUNCTION words_of_name(name text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('plain_words', words_apart(name || ' ' || letters_joined(name))))) word
  WHERE word ~ '^[^0-9]{2,50}$'
$$;
--> statement-breakpoint
-- What was typed, as a query: every word must be found. One of its alternatives is enough: in `word|other|anot*` a
-- word as it was typed, this very one, and what begins like that. A loose query finds all forms of a word, and leaves
-- out the words that every text has (`de`, `the`) where there are others; names want neither. Null: there is nothing
-- to look for.
CREATE OR REPLACE FUNCTION search_query(typed text, loose boolean) RETURNS tsquery
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
--> statement-breakpoint
-- Names with letters and points that are on record are found by one word from now on; their cases follow by the trigger.
UPDATE customers SET search = customer_words(id, name, email, phone) WHERE letters_joined(name) <> '';
--> statement-breakpoint
INSERT INTO name_words (word) SELECT DISTINCT word FROM customers, words_of_name(name) word
WHERE letters_joined(name) <> '' ORDER BY word ON CONFLICT DO NOTHING;
