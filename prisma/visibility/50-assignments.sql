-- Who sees what is asked in an assignment (domain/preparation.ts, `seesAssignment`): the party whose homework it is, without its
-- observers, and a bounded one only what came after the bound (rule 14); whoever made it; and organizers those that were given to a
-- party as such from outside. `own`: as one of the party who works on it. `asked`: it is asked of them, by name or as one of the
-- party (`isAskedOf`).
CREATE VIEW visibility.readable_assignment AS
  SELECT a.id AS "assignmentId", a."groupId",
    visibility.opens_party_work(b.works, b."seesFrom", a."createdAt") AS own,
    COALESCE(b.works AND (a."personId" IS NULL OR a."personId" = visibility.viewer()), false) AS asked
  FROM visibility.my_group g JOIN "Assignment" a ON a."groupId" = g."groupId"
  LEFT JOIN visibility.my_membership b ON b."partyId" = a."partyId"
  WHERE visibility.opens_party_work(b.works, b."seesFrom", a."createdAt")
    OR (a."byPartyId" IS NULL AND (a."createdById" = visibility.viewer() OR (g.organizer AND a."personId" IS NULL)));
SELECT visibility.as_function('readable_assignment', 200, found_with => 'assignments');
