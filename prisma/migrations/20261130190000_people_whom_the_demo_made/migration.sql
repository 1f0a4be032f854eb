-- Whom the demo's loader made is said by a mark of its own, and no longer read off an address that anybody may have.
ALTER TABLE "Person" ADD COLUMN "isInvented" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Person" ADD CONSTRAINT "Person_invented_runs_nothing" CHECK (NOT ("isInvented" AND "isInstanceAdmin"));

-- Of those who are there, the people of the demo: at the addresses that its loader gave them, in a demo and never in another group, and
-- never signed in as whoever starts the instance. Whoever is left out cannot be looked at; nobody real is let in.
UPDATE "Person" p SET "isInvented" = true
WHERE p.email IN (
    'marisol.quintana@altiplano.invalid', 'hernan.abella@altiplano.invalid', 'yurani.cuesta@altiplano.invalid',
    'tobias.rincon@altiplano.invalid', 'duarte.falcao@estuary.invalid', 'leonor.sequeira@estuary.invalid',
    'amilcar.tavares@estuary.invalid', 'beatriz.nogueira@estuary.invalid', 'wanjiru.kamotho@valley.invalid',
    'abdi.noor@valley.invalid', 'achieng.odero@valley.invalid', 'mutua.kilonzo@valley.invalid', 'sarita.gurung@himal.invalid',
    'bishnu.adhikari@himal.invalid', 'pemba.tamang@himal.invalid', 'maya.rai@himal.invalid', 'hana.parata@harbour.invalid',
    'tevita.fonua@harbour.invalid', 'grace.whitcombe@harbour.invalid', 'arjun.pillai@harbour.invalid',
    'salma.benhaddou@facilitators.invalid'
  )
  AND NOT p."isInstanceAdmin"
  AND NOT EXISTS (SELECT FROM "Session" s WHERE s."personId" = p.id AND s.method = 'start-up-link')
  AND NOT EXISTS (SELECT FROM "SignInLink" l WHERE l."personId" = p.id AND l.method = 'start-up-link')
  AND EXISTS (
    SELECT FROM "Group" g WHERE g."isDemo" AND (
      EXISTS (SELECT FROM "PartyMember" m WHERE m."groupId" = g.id AND m."personId" = p.id)
      OR EXISTS (SELECT FROM "Organizer" o WHERE o."groupId" = g.id AND o."personId" = p.id)))
  AND NOT EXISTS (
    SELECT FROM "Group" g WHERE NOT g."isDemo" AND (
      EXISTS (SELECT FROM "PartyMember" m WHERE m."groupId" = g.id AND m."personId" = p.id)
      OR EXISTS (SELECT FROM "Organizer" o WHERE o."groupId" = g.id AND o."personId" = p.id)
      OR EXISTS (SELECT FROM "MeetingOffice" f WHERE f."groupId" = g.id AND f."personId" = p.id)));

-- From now on the loader alone says it, of somebody whom it makes: whoever is there already never becomes it.
CREATE FUNCTION keep_invented() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND current_setting('app.purpose', true) = 'demo' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."isInvented" THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'only the loader of the demo makes invented people';
END $$;
CREATE TRIGGER "Person_invented" BEFORE INSERT OR UPDATE ON "Person"
  FOR EACH ROW WHEN (NEW."isInvented") EXECUTE FUNCTION keep_invented();
