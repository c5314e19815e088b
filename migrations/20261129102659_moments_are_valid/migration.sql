-- What was asked of new rows alone so far, since a large table is not read while others wait, is asked of all rows: that their
-- moments are real, and that nobody spoke in a call that was missed. Others read and write meanwhile. Rows that say otherwise
-- are named, all in one message, before anything changes. What told the customer in earlier versions stays as it was.
DO $$
DECLARE
  asked record;
  strays text[];
  message text := '';
BEGIN
  FOR asked IN SELECT k.conname, k.conrelid, k.conrelid::regclass AS of, pg_get_expr(k.conbin, k.conrelid) AS expression,
      (SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_index i JOIN pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) WHERE i.indrelid = k.conrelid AND i.indisprimary) AS key
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'c' AND NOT k.convalidated AND c.relnamespace = 'public'::regnamespace
      AND (k.conname LIKE '%\_moments\_are\_real' OR k.conname = 'contacts_missed_by_everybody')
    ORDER BY k.conname LOOP
    EXECUTE format('SELECT array(SELECT concat_ws(''/'', %s) FROM %s WHERE NOT (%s) ORDER BY 1 LIMIT 101)',
      asked.key, asked.of, asked.expression) INTO strays;
    IF strays <> '{}' THEN
      message := message || format(E'\n%s, by %s: %s', asked.of, asked.conname, array_to_string(strays[:100], ', '))
        || CASE WHEN cardinality(strays) > 100 THEN ', and more' ELSE '' END;
    END IF;
  END LOOP;
  IF message <> '' THEN
    RAISE EXCEPTION 'Rows that break what is asked of them, by table and id:%', message
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
  FOR asked IN SELECT k.conname, k.conrelid::regclass AS of FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'c' AND NOT k.convalidated AND c.relnamespace = 'public'::regnamespace
      AND (k.conname LIKE '%\_moments\_are\_real' OR k.conname = 'contacts_missed_by_everybody') LOOP
    EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', asked.of, asked.conname);
  END LOOP;
END $$;
