-- Whoever is informed has a case of theirs that came of it, with a promise inside its period and outside their night; they have not
-- opted out, and it is on record that they are disturbed. Who was two is informed, and refunded, once. Deferred, since all of it is
-- written at once.
CREATE OR REPLACE FUNCTION outreach_customers_are_promised_well() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  promised record;
  broken text;
BEGIN
  SELECT c.origin, c.customer_id, cu.outreach_opt_out, b.window_from, b.window_until, b.booked_hour, o.from_at, o.until_at,
      o.quiet_from COLLATE "C" AS quiet_from, o.quiet_until COLLATE "C" AS quiet_until,
      b.window_from AT TIME ZONE t.zone AS begins, (b.window_until - interval '1 millisecond') AT TIME ZONE t.zone AS ends
    INTO promised
  FROM outreaches o, cases c JOIN callbacks b ON b.id = c.callback_id JOIN customers cu ON cu.id = c.customer_id
    JOIN agreements a ON a.team_id = c.team_id CROSS JOIN LATERAL (SELECT coalesce(cu.time_zone, a.time_zone) AS zone) t
  WHERE o.id = NEW.outreach_id AND c.id = NEW.case_id;
  IF NOT FOUND OR promised.origin <> 'outreach' OR promised.customer_id <> current_customer(NEW.customer_id)
      OR NOT EXISTS (SELECT FROM disturbances d WHERE d.outreach_id = NEW.outreach_id AND d.customer_id = promised.customer_id
        AND d.at = promised.window_from
        AND (NOT d.worth_more OR EXISTS (SELECT FROM outreaches WHERE id = NEW.outreach_id AND worth_more IS NOT NULL))) THEN
    broken := 'outreach_customers_have_their_case';
  ELSIF EXISTS (SELECT FROM outreach_customers x WHERE x.outreach_id = NEW.outreach_id AND x.state = 'opened'
      AND x.customer_id = ANY(with_merged(promised.customer_id)) AND x.customer_id <> NEW.customer_id) THEN
    broken := 'outreach_customers_are_informed_once';
  ELSIF promised.outreach_opt_out THEN
    broken := 'outreach_customers_have_not_opted_out';
  ELSIF promised.window_from < promised.from_at OR promised.window_until > promised.until_at OR promised.booked_hour IS NULL THEN
    broken := 'outreach_customers_are_promised_in_time';
  ELSIF promised.begins::date <> promised.ends::date OR to_char(promised.begins, 'HH24:MI') COLLATE "C" < promised.quiet_until
      OR to_char(promised.ends, 'HH24:MI') COLLATE "C" >= promised.quiet_from THEN
    broken := 'outreach_customers_sleep_at_night';
  END IF;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%', replace(broken, '_', ' ') USING
      ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
