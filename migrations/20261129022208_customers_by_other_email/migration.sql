CREATE FUNCTION customers_at(email_address text) RETURNS TABLE (id uuid, name text, team_id uuid)
LANGUAGE plpgsql STABLE ROWS 2 SET enable_seqscan = off SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT c.id, c.name, c.team_id FROM customers c
    WHERE lower(c.email) = lower(email_address) AND c.merge_id IS NULL
    UNION SELECT c.id, c.name, c.team_id FROM customers c WHERE c.merge_id IS NULL
      AND lower(c.other_contact_points::text)::jsonb
        @> jsonb_build_array(jsonb_build_object('channel', 'email', 'address', lower(email_address)));
END $$;
--> statement-breakpoint
-- The same by an e-mail address, however it is spelt in capitals and small letters.
CREATE INDEX customers_by_other_email ON customers
  USING gin ((lower(other_contact_points::text)::jsonb) jsonb_path_ops);
