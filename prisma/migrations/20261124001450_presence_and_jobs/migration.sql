-- AlterTable
ALTER TABLE "MeetingOffice" ADD COLUMN     "presentSince" TIMESTAMPTZ(3),
ADD COLUMN     "wentAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Job" (
    "name" TEXT NOT NULL,
    "claimedUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("name")
);
