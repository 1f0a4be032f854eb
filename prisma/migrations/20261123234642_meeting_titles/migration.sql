-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "titlesAskedByPartyId" UUID;
