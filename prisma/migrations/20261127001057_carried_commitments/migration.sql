-- CreateIndex
CREATE INDEX "Commitment_carriedToId_idx" ON "Commitment"("carriedToId");
