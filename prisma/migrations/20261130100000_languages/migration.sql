-- AlterTable
ALTER TABLE "Person" ADD COLUMN "language" TEXT;

-- AlterTable
ALTER TABLE "Group" ADD COLUMN "language" TEXT;
