-- AlterTable
ALTER TABLE "MeetingParty" ADD COLUMN     "seesFrom" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "MeetingOpening" (
    "meetingId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "byPartyId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "agreedById" UUID NOT NULL,
    "agreedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingOpening_pkey" PRIMARY KEY ("meetingId","partyId","byPartyId")
);

-- CreateIndex
CREATE INDEX "MeetingOpening_byPartyId_idx" ON "MeetingOpening"("byPartyId");

-- CreateIndex
CREATE INDEX "MeetingOpening_groupId_idx" ON "MeetingOpening"("groupId");

-- AddForeignKey
ALTER TABLE "MeetingOpening" ADD CONSTRAINT "MeetingOpening_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingOpening" ADD CONSTRAINT "MeetingOpening_meetingId_partyId_fkey" FOREIGN KEY ("meetingId", "partyId") REFERENCES "MeetingParty"("meetingId", "partyId") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingOpening" ADD CONSTRAINT "MeetingOpening_byPartyId_fkey" FOREIGN KEY ("byPartyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- A party that was added after the others knew of the meeting sees what was written from then on, also where it saw more before.
UPDATE "MeetingParty" p SET "seesFrom" = p."joinedAt" WHERE EXISTS (
  SELECT 1 FROM "RecordEntry" r WHERE r."meetingId" = p."meetingId" AND r.kind = 'scheduled' AND r.at < p."joinedAt");

-- Minutes in which words stand of a party that was not asked are shared no longer, until it agrees.
UPDATE "Conclusion" c SET "sharedWith" = 'parties' FROM "Meeting" m
  WHERE m.id = c."meetingId" AND c.kind = 'record' AND c."sharedWith" = 'group' AND EXISTS (
    SELECT 1 FROM "MeetingParty" p WHERE p."meetingId" = m.id AND (p."leftAt" IS NULL OR p."leftAt" >= m."openedAt")
      AND NOT EXISTS (SELECT 1 FROM "SharingConsent" s WHERE s."conclusionId" = c.id AND s."partyId" = p."partyId"));
