-- An entry of the record names its conclusion in a column: the payload is never queried.
ALTER TABLE "RecordEntry" ADD COLUMN     "conclusionId" UUID;

-- This once the payload is read, for the entries that exist. Their hashes do not cover the column.
ALTER TABLE "RecordEntry" DISABLE TRIGGER "RecordEntry_fixed";
UPDATE "RecordEntry" SET "conclusionId" = (payload::json->'conclusion'->>'id')::uuid WHERE payload IS NOT NULL;
ALTER TABLE "RecordEntry" ENABLE TRIGGER "RecordEntry_fixed";

-- CreateIndex
CREATE INDEX "RecordEntry_conclusionId_idx" ON "RecordEntry"("conclusionId");

-- AddForeignKey
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_conclusionId_fkey" FOREIGN KEY ("conclusionId") REFERENCES "Conclusion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
