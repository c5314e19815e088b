-- The same question in a language that keeps its plan: asked in SQL it was planned anew for each contact, which took a third
-- of a millisecond, and nearly always the employee is the owner.
CREATE OR REPLACE FUNCTION speaks_for(employee uuid, owner uuid, moment timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN employee = owner OR EXISTS (SELECT FROM stand_ins p
    JOIN employees o ON o.id = p.owner_id JOIN employees s ON s.id = p.stand_in_id AND s.active_team_id = o.active_team_id
    WHERE p.owner_id = owner AND p.stand_in_id = employee AND p.from_at <= moment AND moment < p.until_at);
END $$;
