-- Whether a change takes personal words out of a row of a customer who is being erased, and does nothing else. What is
-- generated is not known before the row is written; the number of the row's version grows.
CREATE OR REPLACE FUNCTION is_erasure(rel oid, was jsonb, becomes jsonb) RETURNS boolean
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
