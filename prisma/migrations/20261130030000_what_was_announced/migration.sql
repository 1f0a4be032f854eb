-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "deletionById" UUID,
ADD COLUMN     "deletionEndedAt" TIMESTAMPTZ(3),
ADD COLUMN     "deletionSeenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "IdempotencyKey" DROP COLUMN "body",
ADD COLUMN     "ids" JSONB,
ADD COLUMN     "standing" TEXT;

-- AlterTable
ALTER TABLE "SignInLink" ADD COLUMN     "email" TEXT,
ALTER COLUMN "personId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "SeatProposal" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "proposedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SeatProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SeatProposal_personId_idx" ON "SeatProposal"("personId");

-- CreateIndex
CREATE INDEX "SeatProposal_partyId_idx" ON "SeatProposal"("partyId");

-- CreateIndex
CREATE INDEX "SeatProposal_groupId_idx" ON "SeatProposal"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "SeatProposal_meetingId_personId_key" ON "SeatProposal"("meetingId", "personId");

-- AddForeignKey
ALTER TABLE "SeatProposal" ADD CONSTRAINT "SeatProposal_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SeatProposal" ADD CONSTRAINT "SeatProposal_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SeatProposal" ADD CONSTRAINT "SeatProposal_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SeatProposal" ADD CONSTRAINT "SeatProposal_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What an offer can become: void, once whoever made it does not speak for their party any more.
ALTER TABLE "TimeProposal" DROP CONSTRAINT "TimeProposal_answer";
ALTER TABLE "TimeProposal" ADD CONSTRAINT "TimeProposal_answer"
  CHECK (answer IN ('waiting', 'accepted', 'declined', 'replaced', 'withdrawn'));

-- A link leads to somebody, or to whoever reads the mail of an address that has no account yet.
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_whose" CHECK (num_nonnulls("personId", email) = 1);
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_email_lower" CHECK (email = lower(email));

-- A deletion that is announced already was announced by whom the history names, and is looked at from now on.
UPDATE "Group" g SET "deletionSeenAt" = now(), "deletionById" = (SELECT e."actorId" FROM "GroupEvent" e
  WHERE e."groupId" = g.id AND e.kind = 'deletion-announced' ORDER BY e.at DESC, e.id DESC LIMIT 1)
  WHERE g."deletesAt" IS NOT NULL;

-- A name is the person's own. Whoever never signed in and belongs to nothing was named by somebody else: they say it themselves.
UPDATE "Person" p SET name = '' WHERE p."emailProvenAt" IS NULL AND NOT p."isInstanceAdmin"
  AND NOT EXISTS (SELECT 1 FROM "Session" s WHERE s."personId" = p.id)
  AND NOT EXISTS (SELECT 1 FROM "PartyMember" m WHERE m."personId" = p.id)
  AND NOT EXISTS (SELECT 1 FROM "Organizer" o WHERE o."personId" = p.id)
  AND NOT EXISTS (SELECT 1 FROM "MeetingOffice" f WHERE f."personId" = p.id);
