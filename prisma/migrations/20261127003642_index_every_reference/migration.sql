-- Every reference has an index that begins with it, and every table that carries its group refers to it.

-- CreateIndex
CREATE INDEX "AgendaItem_leadPartyId_idx" ON "AgendaItem"("leadPartyId");

-- CreateIndex
CREATE INDEX "Assignment_itemId_idx" ON "Assignment"("itemId");

-- CreateIndex
CREATE INDEX "Assignment_byPartyId_idx" ON "Assignment"("byPartyId");

-- CreateIndex
CREATE INDEX "Citation_editionId_lastOrdinal_idx" ON "Citation"("editionId", "lastOrdinal");

-- CreateIndex
CREATE INDEX "DivergenceSide_partyId_idx" ON "DivergenceSide"("partyId");

-- CreateIndex
CREATE INDEX "OfficeAcceptance_partyId_idx" ON "OfficeAcceptance"("partyId");

-- CreateIndex
CREATE INDEX "Seat_partyId_idx" ON "Seat"("partyId");

-- CreateIndex
CREATE INDEX "SharingConsent_partyId_idx" ON "SharingConsent"("partyId");

-- CreateIndex
CREATE INDEX "TextParty_groupId_idx" ON "TextParty"("groupId");

-- CreateIndex
CREATE INDEX "TimeProposal_partyId_idx" ON "TimeProposal"("partyId");

-- AddForeignKey
ALTER TABLE "TextParty" ADD CONSTRAINT "TextParty_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- CreateIndex
CREATE INDEX "Presence_partyId_idx" ON "Presence"("partyId");
