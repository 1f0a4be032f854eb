-- Who somebody is in a group: an organizer, one of a party, or whoever holds an office in one of its meetings. Without any of it
-- the group does not exist for them (domain/access.ts, `isGroupMember`).

-- One row for each person in each of their groups.
CREATE VIEW visibility.standing AS
  SELECT b."personId", b."groupId",
    bool_or(b.how = 'organizer') AS organizer,
    bool_or(b.how = 'office') AS "holdsOffice"
  FROM (
    SELECT "personId", "groupId", 'organizer' AS how FROM "Organizer" WHERE "removedAt" IS NULL
    UNION ALL SELECT "personId", "groupId", 'member' FROM "PartyMember" WHERE "removedAt" IS NULL
    UNION ALL SELECT "personId", "groupId", 'office' FROM "MeetingOffice" WHERE "endedAt" IS NULL
  ) AS b GROUP BY b."personId", b."groupId";

-- The same, as the domain takes it (`GroupStanding`), with the zone in which the person reads times there: their account's, else that
-- of the party that they joined first, else the group's.
CREATE VIEW visibility.told_standing AS
  SELECT s."personId", s."groupId", s.organizer, s."holdsOffice",
    COALESCE((SELECT w."timeZone" FROM "Person" w WHERE w.id = s."personId"),
      (SELECT y."timeZone" FROM "PartyMember" b JOIN "Party" y ON y.id = b."partyId"
        WHERE b."groupId" = s."groupId" AND b."personId" = s."personId" AND b."removedAt" IS NULL ORDER BY b.since, b.id LIMIT 1),
      g."timeZone") AS zone,
    g.language, g."isDemo",
    COALESCE((SELECT json_agg(json_build_object('partyId', b."partyId", 'role', b.role, 'seesFrom', b."seesFrom") ORDER BY b.since)
      FROM "PartyMember" b
      WHERE b."groupId" = s."groupId" AND b."personId" = s."personId" AND b."removedAt" IS NULL), '[]') AS memberships
  FROM visibility.standing s JOIN "Group" g ON g.id = s."groupId";

-- The viewer's groups.
CREATE VIEW visibility.my_group AS
  SELECT s."groupId", s.organizer FROM visibility.standing s WHERE s."personId" = visibility.viewer();

-- The parties to which the viewer belongs. `works`: what the party prepares is theirs too, which it is not for observers
-- (`seesPartyHomework`). `governs`: they speak for it. `seesFrom`: nothing that was written before opens to them (rule 14); null: no such bound.
CREATE VIEW visibility.my_membership AS
  SELECT b."groupId", b."partyId", b."seesFrom", b.role <> 'observer' AS works,
    b.role IN ('head', 'deputy') AS governs, b.role = 'head' AS leads
  FROM "PartyMember" b WHERE b."personId" = visibility.viewer() AND b."removedAt" IS NULL;

-- Whether what a party writes for itself opens to a membership of it (domain/access.ts, `seesPartyWork`); none: it does not.
CREATE FUNCTION visibility.opens_party_work(works boolean, "seesFrom" timestamptz, "createdAt" timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN COALESCE(works AND ("seesFrom" IS NULL OR "seesFrom" <= "createdAt"), false);
