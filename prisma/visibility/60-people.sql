-- Whether the viewer looks after the instance: groups as such, never what is in them. With its owner's rights: a plan on a table that has
-- policies is of one role, and this is asked by readers and, where something is found for them, by its owner. Each change would plan anew.
CREATE FUNCTION visibility.administers() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN RETURN COALESCE((SELECT w."isInstanceAdmin" FROM "Person" w WHERE w.id = visibility.viewer()), false); END $$;

-- Whether nobody organizes a group (yet): until then whoever looks after the instance asks somebody to.
CREATE FUNCTION visibility.lacks_organizer(groupid uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN RETURN NOT EXISTS (SELECT 1 FROM "Organizer" o WHERE o."groupId" = groupid AND o."removedAt" IS NULL); END $$;

-- People whom the demo's loader made and who live in demo groups alone: nobody real (lib/auth/perspective.ts). None of them runs the
-- instance, so that a look has no right of it.
CREATE VIEW visibility.demo_person AS
  SELECT w.id AS "personId" FROM "Person" w WHERE visibility.names_viewer() AND w."isInvented" AND NOT EXISTS (
    SELECT 1 FROM visibility.standing s JOIN "Group" g ON g.id = s."groupId" WHERE s."personId" = w.id AND NOT g."isDemo");

-- Invitations of which the viewer knows. `tended`: they are theirs to confirm or to withdraw (`looksAfter`): of a party that they govern, where
-- heads alone look after those to be head or deputy; as organizers those to organize, to be the first head of a party, and announced
-- replacements, of which the party's people know; as whoever looks after the instance those to organize a group that nobody does (yet).
CREATE VIEW visibility.known_invitation AS
  SELECT k.id AS "invitationId", bool_or(k.tended) AS tended FROM (
    SELECT i.id, (g.leads OR (g.governs AND i.role NOT IN ('head', 'deputy'))) AND i."effectiveAt" IS NULL AS tended
      FROM visibility.my_membership g JOIN "Invitation" i ON i."partyId" = g."partyId"
      WHERE g.governs OR i."effectiveAt" IS NOT NULL
    UNION ALL SELECT i.id, true
      FROM visibility.my_group g JOIN "Invitation" i ON i."groupId" = g."groupId"
      WHERE g.organizer AND (i."partyId" IS NULL OR i."effectiveAt" IS NOT NULL OR i.role = 'head' AND NOT EXISTS (
        SELECT 1 FROM "PartyMember" h WHERE h."partyId" = i."partyId" AND h.role = 'head' AND h."removedAt" IS NULL))
    UNION ALL SELECT i.id, true
      FROM "Invitation" i WHERE visibility.administers() AND i."partyId" IS NULL AND visibility.lacks_organizer(i."groupId")
  ) AS k GROUP BY k.id;
SELECT visibility.as_function('known_invitation', 20);

-- By whose invitation the viewer came in: what they were told when they accepted it.
CREATE VIEW visibility.own_invitation AS
  SELECT i."groupId", i."partyId", i."acceptedAt", (SELECT w.name FROM "Person" w WHERE w.id = i."invitedById") AS inviter
  FROM visibility.my_group g JOIN "Invitation" i ON i."groupId" = g."groupId"
  WHERE i."acceptedById" = visibility.viewer() AND i."acceptedAt" IS NOT NULL;
SELECT visibility.as_function('own_invitation', 5);

-- Whether the viewer has done something in a group: prepared, answered, drafted, planned or changed something. That they came in is nothing done.
CREATE FUNCTION visibility.has_acted(groupid uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := visibility.viewer();
BEGIN
  -- One after the other: each is begun only where those before found nothing.
  IF EXISTS (SELECT 1 FROM "AssignmentCompletion" c WHERE c."groupId" = groupid AND c."personId" = me) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM "Stance" s WHERE s."groupId" = groupid AND s."givenById" = me) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM "GroupEvent" e WHERE e."groupId" = groupid AND e."actorId" = me
    AND e.kind NOT IN ('joined', 'organizer-joined')) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM "Meeting" m WHERE m."groupId" = groupid AND m."createdById" = me) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM "Assignment" a WHERE a."groupId" = groupid AND a."createdById" = me) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM "ConclusionVersion" v WHERE v."groupId" = groupid AND v."createdById" = me) THEN RETURN true; END IF;
  RETURN EXISTS (SELECT 1 FROM "Edition" d WHERE d."groupId" = groupid AND d."createdById" = me);
END $$;

-- Addresses that the viewer may know: their own, those of a party that they govern, and of whoever claimed an invitation that they look after.
CREATE VIEW visibility.known_address AS
  SELECT w.id AS "personId", w.email FROM "Person" w
  WHERE w.id = visibility.viewer()
    OR EXISTS (SELECT 1 FROM "PartyMember" b JOIN visibility.my_membership g ON g."partyId" = b."partyId" AND g.governs
      WHERE b."personId" = w.id AND b."removedAt" IS NULL)
    OR EXISTS (SELECT 1 FROM "Invitation" i JOIN visibility.known_invitation k ON k."invitationId" = i.id AND k.tended
      WHERE i."claimedById" = w.id AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL);

-- As whom somebody looks at a demo group: only who organizes one looks at it as another, and only as one who sits for a party of it and
-- lives in demo groups alone. With either right the look ends.
CREATE FUNCTION visibility.looks_as(who uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN other IN (SELECT d."personId" FROM visibility.demo_person d WHERE d."personId" = other) AND EXISTS (
    SELECT 1 FROM "Organizer" o JOIN "Group" g ON g.id = o."groupId" AND g."isDemo"
    JOIN "PartyMember" m ON m."groupId" = g.id AND m."personId" = other AND m."removedAt" IS NULL
    WHERE o."personId" = who AND o."removedAt" IS NULL);

-- Whom a session that runs names, who signed in to it, how they did, the language of their account, whether they have said their name, and what they
-- are in their groups, at most 200, as JSON; no row: nobody. Asked before anybody is named, by whoever has no right but this.
CREATE FUNCTION visibility.reader_of_session(session uuid, at timestamptz)
RETURNS TABLE ("personId" uuid, "signedInId" uuid, method text, language text, "isNamed" boolean, standings json)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 1 AS $$
#variable_conflict use_column
BEGIN RETURN QUERY
  SELECT w.id, s."personId", v.method, w.language, w.name <> '', (SELECT COALESCE(json_agg(t), '[]') FROM (
      SELECT t."groupId", t.organizer, t."holdsOffice", t.zone, t.language, t."isDemo", t.memberships FROM visibility.told_standing t
      WHERE t."personId" = w.id ORDER BY t."groupId" LIMIT 200) AS t)
  FROM "Session" s
  CROSS JOIN LATERAL (SELECT s."actsAsId" IS NOT NULL AND visibility.looks_as(s."personId", s."actsAsId") AS acts) AS a
  CROSS JOIN LATERAL (SELECT CASE WHEN a.acts THEN s."actsAsId" ELSE s."personId" END AS id,
    CASE WHEN a.acts THEN 'demo' ELSE s.method END AS method) AS v
  JOIN "Person" w ON w.id = v.id
  WHERE s.id = session AND s."endedAt" IS NULL AND s."expiresAt" > at;
END $$;
