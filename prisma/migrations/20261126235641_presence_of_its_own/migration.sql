-- CreateTable
CREATE TABLE "Presence" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "partyId" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Presence_personId_idx" ON "Presence"("personId");

-- CreateIndex
CREATE INDEX "Presence_groupId_idx" ON "Presence"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Presence_meetingId_personId_key" ON "Presence"("meetingId", "personId");

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Whoever is there now. Where somebody has a seat it counted, and nothing that was noted with an office besides.
INSERT INTO "Presence" (id, "groupId", "meetingId", "personId", "partyId", since)
  SELECT gen_random_uuid(), "groupId", "meetingId", "personId", "partyId", "presentSince" FROM "Seat"
  WHERE "presentSince" IS NOT NULL AND "wentAt" IS NULL;
INSERT INTO "Presence" (id, "groupId", "meetingId", "personId", since)
  SELECT DISTINCT ON ("meetingId", "personId") gen_random_uuid(), o."groupId", o."meetingId", o."personId", o."presentSince"
  FROM "MeetingOffice" o WHERE o."presentSince" IS NOT NULL AND o."wentAt" IS NULL AND o."endedAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "Seat" s WHERE s."meetingId" = o."meetingId" AND s."personId" = o."personId")
  ORDER BY "meetingId", "personId";

-- AlterTable
ALTER TABLE "MeetingOffice" DROP COLUMN "presentSince",
DROP COLUMN "wentAt";

-- AlterTable
ALTER TABLE "Seat" DROP COLUMN "presentSince",
DROP COLUMN "wentAt";
