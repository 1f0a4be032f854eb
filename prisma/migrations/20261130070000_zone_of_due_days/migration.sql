-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN "dueZone" TEXT;

-- A day that was named before this was the day where the party lives, as far as anybody knows.
UPDATE "Assignment" a SET "dueZone" = p."timeZone" FROM "Party" p WHERE p.id = a."partyId" AND a."dueAt" IS NOT NULL;

-- An instant with the zone in which it ends a day, or neither.
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_due_check" CHECK (("dueAt" IS NULL) = ("dueZone" IS NULL));
