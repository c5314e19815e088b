-- Letters with points between them are one word as well: `bv` of `B.V.`, `jp` of `J.P. de Vries`, `vd` of `v.d. Berg`.
CREATE OR REPLACE FUNCTION letters_joined(given text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(string_agg(replace(letters[1], '.', ''), ' '), '')
    FROM regexp_matches(left(given, 1000), '(?:^|[^[:alnum:].])((?:[[:alpha:]]\.)+[[:alpha:]]?)(?![[:alnum:]])', 'g') letters
    WHERE length(letters[1]) > 2);
END $$;
--> statement-breakpoint
-- A customer's words: names in pieces, addresses and the numbers of other systems as they stand as well.
CREATE OR REPLACE FUNCTION customer_words(customer uuid, name text, email text, phone text) RETURNS tsvector
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT strip(to_tsvector('plain_words', words_apart(concat_ws(' ', name, letters_joined(name), phone, string_agg(r.external_id, ' ')))))
      || array_to_tsvector(array_remove(array_remove(
          array_agg(left(lower(r.external_id), 500))
          || array_agg(left(regexp_replace(lower(r.external_id), '[^[:alnum:]]', '', 'g'), 500))
          || left(lower(email), 500), NULL), ''))
    FROM (SELECT) one LEFT JOIN customer_references r ON r.customer_id = customer);
END $$;
--> statement-breakpoint
-- The words that names are made of.
CREATE OR REPLACE FUNCTION words_of_name(name text) RETURNS SETOF text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT word
    FROM unnest(tsvector_to_array(to_tsvector('plain_words', words_apart(name || ' ' || letters_joined(name))))) word
    WHERE word ~ '^[^0-9]{2,50}$';
END $$;
--> statement-breakpoint
-- All the words of a case. The team is among them, under a name that no word can have (it has a blank in it), so that
-- the index alone finds the cases of a team with a word.
CREATE OR REPLACE FUNCTION words_of_case(kase uuid) RETURNS tsvector
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
