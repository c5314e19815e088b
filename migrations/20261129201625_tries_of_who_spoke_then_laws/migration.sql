-- How a callback was tried in vain since it was made, and since one of ours last spoke with the customer, who could be reached
-- then; and the messages about it: its attempts, and the owner's contacts that are such without having been told of as
-- attempts. A call that turned out to be answered is none, nor is what somebody did before they were the owner, or stood in.
CREATE OR REPLACE FUNCTION tried_in_vain(callback uuid) RETURNS TABLE (outcome text, at timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH promise AS (
    SELECT b.id, b.case_id, b.owner_id, b.made_at, (SELECT max(s.at) FROM contacts s
      WHERE s.case_id = b.case_id AND s.at >= b.made_at AND NOT s.opening
        AND s.moment IN ('owner-reached', 'customer-called-owner', 'colleague-answered', 'colleague-spoke')) AS spoken_at
    FROM callbacks b WHERE b.id = callback
  )
  SELECT t.outcome, t.at FROM callback_attempts t JOIN promise b ON b.id = t.callback_id
  WHERE t.at >= b.made_at AND (b.spoken_at IS NULL OR t.at > b.spoken_at)
    AND (t.at >= t.recorded_at OR was_voice(b.case_id, t.employee_id, b.owner_id, t.at))
    AND NOT EXISTS (SELECT FROM contacts k WHERE k.id = t.contact_id AND k.moment = 'owner-reached')
  UNION ALL
  SELECT CASE t.moment WHEN 'owner-wrote' THEN 'message-sent' ELSE t.outcome END, t.at
  FROM contacts t JOIN promise b ON b.case_id = t.case_id
  WHERE t.at >= b.made_at AND t.recorded_at >= b.made_at AND (b.spoken_at IS NULL OR t.at > b.spoken_at)
    AND (t.at >= t.recorded_at OR was_voice(b.case_id, t.employee_id, b.owner_id, t.at))
    AND (t.moment = 'owner-wrote' OR (t.moment = 'not-reached' AND t.channel IN ('phone', 'chat', 'visit')))
    AND NOT EXISTS (SELECT FROM callback_attempts a WHERE a.contact_id = t.id)
$$;
