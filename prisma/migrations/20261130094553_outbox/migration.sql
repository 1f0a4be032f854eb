-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "aggregateId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "ids" JSONB NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" TIMESTAMPTZ(3),
    "lease" UUID,
    "parkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxDelivery" (
    "messageId" UUID NOT NULL,
    "processor" TEXT NOT NULL,
    "recipientId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutboxDelivery_pkey" PRIMARY KEY ("messageId","processor","recipientId")
);

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_sequence_key" ON "OutboxMessage"("sequence");

-- CreateIndex
CREATE INDEX "OutboxMessage_groupId_idx" ON "OutboxMessage"("groupId");

-- CreateIndex
CREATE INDEX "OutboxMessage_aggregateId_sequence_idx" ON "OutboxMessage"("aggregateId", "sequence");

-- CreateIndex
CREATE INDEX "OutboxMessage_dueAt_idx" ON "OutboxMessage"("dueAt");

-- CreateIndex
CREATE INDEX "OutboxDelivery_groupId_idx" ON "OutboxDelivery"("groupId");

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "OutboxDelivery" ADD CONSTRAINT "OutboxDelivery_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "OutboxMessage"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "OutboxDelivery" ADD CONSTRAINT "OutboxDelivery_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "OutboxDelivery" ADD CONSTRAINT "OutboxDelivery_outcome_check" CHECK (outcome IN ('told', 'unreachable'));

-- Ids alone: no word that somebody wrote, and no secret, rests here.
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_ids_check"
    CHECK (NOT jsonb_path_exists(ids, '$.* ? (!(@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))'));

-- A lease has an end, or there is none.
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_lease_check" CHECK ((lease IS NULL) = ("leasedUntil" IS NULL));
