-- Notes wait to be told in the record: successive saves of one pen become one entry.
ALTER TABLE "AgendaItem" ADD COLUMN     "penId" UUID,
ADD COLUMN     "penPartyId" UUID;
ALTER TABLE "RecordHead" ADD COLUMN     "notesSince" TIMESTAMPTZ(3);

-- What the bounds of a record count, and how the last notes of an item are found: the payload is never queried.
ALTER TABLE "RecordEntry" ADD COLUMN     "notedItemId" UUID,
ADD COLUMN     "size" INTEGER NOT NULL DEFAULT 0;

-- This once the payload is read, for the entries that exist. Their hashes do not cover the columns.
ALTER TABLE "RecordEntry" DISABLE TRIGGER "RecordEntry_fixed";
UPDATE "RecordEntry" SET size = length(payload),
  "notedItemId" = CASE kind WHEN 'note-written' THEN (payload::json->'item'->>'id')::uuid END
  WHERE payload IS NOT NULL;
ALTER TABLE "RecordEntry" ENABLE TRIGGER "RecordEntry_fixed";

-- How often a side changed its answer: each change is an entry of the record.
ALTER TABLE "Stance" ADD COLUMN     "changes" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "RecordEntry_meetingId_kind_idx" ON "RecordEntry"("meetingId", "kind");

-- CreateIndex
CREATE INDEX "RecordHead_notesSince_idx" ON "RecordHead"("notesSince");
