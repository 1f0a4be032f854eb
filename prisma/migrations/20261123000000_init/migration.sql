-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT,
    "isInstanceAdmin" BOOLEAN NOT NULL DEFAULT false,
    "emailProvenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "actsAsId" UUID,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "returnTo" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "personId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("personId","key")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "timeZone" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "replacementDelayHours" INTEGER NOT NULL DEFAULT 72,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletesAt" TIMESTAMPTZ(3),

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organizer" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Organizer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Party" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartyMember" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seesFrom" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PartyMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "partyId" UUID,
    "role" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "tokenHash" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "effectiveAt" TIMESTAMPTZ(3),
    "claimedById" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupEvent" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "partyId" UUID,
    "kind" TEXT NOT NULL,
    "actorId" UUID,
    "subjectPersonId" UUID,
    "detail" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effectiveAt" TIMESTAMPTZ(3),

    CONSTRAINT "GroupEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Text" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextParty" (
    "textId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "groupId" UUID NOT NULL,

    CONSTRAINT "TextParty_pkey" PRIMARY KEY ("textId","partyId")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "textId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "language" TEXT,
    "direction" TEXT NOT NULL DEFAULT 'ltr',
    "sourceName" TEXT NOT NULL DEFAULT '',
    "encoding" TEXT NOT NULL DEFAULT 'utf-8',
    "sourceHash" TEXT NOT NULL DEFAULT '',
    "byteCount" INTEGER NOT NULL DEFAULT 0,
    "passageCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "ordinal" INTEGER,
    "kind" TEXT NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,
    "label" TEXT,
    "text" TEXT NOT NULL,
    "reference" TEXT,
    "section" TEXT NOT NULL DEFAULT '',
    "suspect" TEXT,
    "dropped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "firstOrdinal" INTEGER NOT NULL,
    "lastOrdinal" INTEGER NOT NULL,
    "quoteExact" TEXT,
    "quotePrefix" TEXT,
    "quoteSuffix" TEXT,
    "quoteStart" INTEGER,
    "quoteEnd" INTEGER,
    "place" INTEGER NOT NULL DEFAULT 0,
    "itemId" UUID,
    "versionId" UUID,
    "assignmentId" UUID,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "aim" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "timeZone" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3),
    "durationMinutes" INTEGER,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "statementMinutes" INTEGER NOT NULL DEFAULT 5,
    "resolutionLimit" INTEGER NOT NULL DEFAULT 3,
    "resolutionLimitReason" TEXT,
    "agendaVersion" INTEGER NOT NULL DEFAULT 0,
    "calendarSequence" INTEGER NOT NULL DEFAULT 0,
    "proposedByPartyId" UUID,
    "sharesAgendaTitles" BOOLEAN NOT NULL DEFAULT false,
    "currentItemId" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "agreedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingParty" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingParty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "authorised" BOOLEAN NOT NULL DEFAULT false,
    "presentSince" TIMESTAMPTZ(3),
    "wentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingOffice" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "appointedById" UUID NOT NULL,
    "appointedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activeFrom" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingOffice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeAcceptance" (
    "officeId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "acceptedById" UUID NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficeAcceptance_pkey" PRIMARY KEY ("officeId","partyId")
);

-- CreateTable
CREATE TABLE "TimeProposal" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "byPersonId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT 'waiting',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TimeProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "aim" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL,
    "leadPartyId" UUID,
    "leadPersonId" UUID,
    "state" TEXT NOT NULL DEFAULT 'open',
    "closedReason" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "notesVersion" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "carriedFromId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID,
    "itemId" UUID,
    "editionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "partyId" UUID NOT NULL,
    "personId" UUID,
    "byPartyId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3),
    "instructions" TEXT NOT NULL DEFAULT '',
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentCompletion" (
    "assignmentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "doneAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssignmentCompletion_pkey" PRIMARY KEY ("assignmentId","personId")
);

-- CreateTable
CREATE TABLE "Conclusion" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "itemId" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "currentVersion" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdByPartyId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sharedWith" TEXT NOT NULL DEFAULT 'parties',
    "supersedesId" UUID,
    "originId" UUID,
    "adoptedAt" TIMESTAMPTZ(3),
    "adoptedVersion" INTEGER,
    "contentHash" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Conclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConclusionVersion" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "conclusionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "putAt" TIMESTAMPTZ(3),
    "putById" UUID,
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,
    "takenBackReason" TEXT,
    "leaverPartyId" UUID,
    "leaverPersonId" UUID,
    "headSequence" INTEGER,
    "headHash" TEXT,

    CONSTRAINT "ConclusionVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "partyId" UUID,
    "personId" UUID,
    "dueOn" DATE,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "stateReason" TEXT,
    "stateById" UUID,
    "stateAt" TIMESTAMPTZ(3),
    "carriedToId" UUID,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decider" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "partyId" UUID,
    "personId" UUID,

    CONSTRAINT "Decider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stance" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "deciderId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "referendumBy" TIMESTAMPTZ(3),
    "givenById" UUID NOT NULL,
    "signInMethod" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "principals" TEXT,
    "principalsById" UUID,
    "principalsSignInMethod" TEXT,
    "principalsAt" TIMESTAMPTZ(3),

    CONSTRAINT "Stance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DivergenceSide" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "conclusionId" UUID NOT NULL,
    "partyId" UUID,
    "personId" UUID,
    "words" TEXT,
    "writtenById" UUID,
    "writtenAt" TIMESTAMPTZ(3),

    CONSTRAINT "DivergenceSide_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SharingConsent" (
    "conclusionId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "agreedById" UUID NOT NULL,
    "agreedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SharingConsent_pkey" PRIMARY KEY ("conclusionId","partyId")
);

-- CreateTable
CREATE TABLE "RecordHead" (
    "meetingId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL,

    CONSTRAINT "RecordHead_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "RecordEntry" (
    "id" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" TEXT,
    "salt" TEXT,
    "payloadHash" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "RecordEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInLink_personId_idx" ON "SignInLink"("personId");

-- CreateIndex
CREATE INDEX "SignInLink_expiresAt_idx" ON "SignInLink"("expiresAt");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "Group_deletesAt_idx" ON "Group"("deletesAt");

-- CreateIndex
CREATE INDEX "Organizer_personId_idx" ON "Organizer"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Organizer_groupId_personId_key" ON "Organizer"("groupId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Party_groupId_name_key" ON "Party"("groupId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Party_groupId_shortName_key" ON "Party"("groupId", "shortName");

-- CreateIndex
CREATE INDEX "PartyMember_personId_idx" ON "PartyMember"("personId");

-- CreateIndex
CREATE INDEX "PartyMember_groupId_idx" ON "PartyMember"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "PartyMember_partyId_personId_key" ON "PartyMember"("partyId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_groupId_createdAt_idx" ON "Invitation"("groupId", "createdAt");

-- CreateIndex
CREATE INDEX "Invitation_partyId_idx" ON "Invitation"("partyId");

-- CreateIndex
CREATE INDEX "GroupEvent_groupId_at_idx" ON "GroupEvent"("groupId", "at");

-- CreateIndex
CREATE INDEX "GroupEvent_partyId_at_idx" ON "GroupEvent"("partyId", "at");

-- CreateIndex
CREATE INDEX "Text_groupId_createdAt_idx" ON "Text"("groupId", "createdAt");

-- CreateIndex
CREATE INDEX "TextParty_partyId_idx" ON "TextParty"("partyId");

-- CreateIndex
CREATE INDEX "Edition_groupId_idx" ON "Edition"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_textId_number_key" ON "Edition"("textId", "number");

-- CreateIndex
CREATE INDEX "Passage_editionId_position_idx" ON "Passage"("editionId", "position");

-- CreateIndex
CREATE INDEX "Passage_editionId_kind_ordinal_idx" ON "Passage"("editionId", "kind", "ordinal");

-- CreateIndex
CREATE INDEX "Passage_editionId_reference_idx" ON "Passage"("editionId", "reference");

-- CreateIndex
CREATE INDEX "Passage_groupId_idx" ON "Passage"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Passage_editionId_ordinal_key" ON "Passage"("editionId", "ordinal");

-- CreateIndex
CREATE INDEX "Citation_editionId_firstOrdinal_lastOrdinal_idx" ON "Citation"("editionId", "firstOrdinal", "lastOrdinal");

-- CreateIndex
CREATE INDEX "Citation_itemId_idx" ON "Citation"("itemId");

-- CreateIndex
CREATE INDEX "Citation_versionId_idx" ON "Citation"("versionId");

-- CreateIndex
CREATE INDEX "Citation_assignmentId_idx" ON "Citation"("assignmentId");

-- CreateIndex
CREATE INDEX "Citation_groupId_idx" ON "Citation"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_currentItemId_key" ON "Meeting"("currentItemId");

-- CreateIndex
CREATE INDEX "Meeting_groupId_startsAt_idx" ON "Meeting"("groupId", "startsAt");

-- CreateIndex
CREATE INDEX "Meeting_groupId_state_idx" ON "Meeting"("groupId", "state");

-- CreateIndex
CREATE INDEX "MeetingParty_partyId_idx" ON "MeetingParty"("partyId");

-- CreateIndex
CREATE INDEX "MeetingParty_groupId_idx" ON "MeetingParty"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingParty_meetingId_partyId_key" ON "MeetingParty"("meetingId", "partyId");

-- CreateIndex
CREATE INDEX "Seat_personId_idx" ON "Seat"("personId");

-- CreateIndex
CREATE INDEX "Seat_groupId_idx" ON "Seat"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_meetingId_personId_key" ON "Seat"("meetingId", "personId");

-- CreateIndex
CREATE INDEX "MeetingOffice_personId_idx" ON "MeetingOffice"("personId");

-- CreateIndex
CREATE INDEX "MeetingOffice_groupId_idx" ON "MeetingOffice"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingOffice_meetingId_personId_office_key" ON "MeetingOffice"("meetingId", "personId", "office");

-- CreateIndex
CREATE INDEX "OfficeAcceptance_groupId_idx" ON "OfficeAcceptance"("groupId");

-- CreateIndex
CREATE INDEX "TimeProposal_meetingId_createdAt_idx" ON "TimeProposal"("meetingId", "createdAt");

-- CreateIndex
CREATE INDEX "TimeProposal_groupId_idx" ON "TimeProposal"("groupId");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_position_idx" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE INDEX "AgendaItem_carriedFromId_idx" ON "AgendaItem"("carriedFromId");

-- CreateIndex
CREATE INDEX "AgendaItem_groupId_idx" ON "AgendaItem"("groupId");

-- CreateIndex
CREATE INDEX "Assignment_partyId_dueAt_idx" ON "Assignment"("partyId", "dueAt");

-- CreateIndex
CREATE INDEX "Assignment_personId_idx" ON "Assignment"("personId");

-- CreateIndex
CREATE INDEX "Assignment_meetingId_idx" ON "Assignment"("meetingId");

-- CreateIndex
CREATE INDEX "Assignment_editionId_idx" ON "Assignment"("editionId");

-- CreateIndex
CREATE INDEX "Assignment_groupId_idx" ON "Assignment"("groupId");

-- CreateIndex
CREATE INDEX "AssignmentCompletion_groupId_idx" ON "AssignmentCompletion"("groupId");

-- CreateIndex
CREATE INDEX "Conclusion_meetingId_createdAt_idx" ON "Conclusion"("meetingId", "createdAt");

-- CreateIndex
CREATE INDEX "Conclusion_itemId_idx" ON "Conclusion"("itemId");

-- CreateIndex
CREATE INDEX "Conclusion_groupId_state_idx" ON "Conclusion"("groupId", "state");

-- CreateIndex
CREATE INDEX "Conclusion_supersedesId_idx" ON "Conclusion"("supersedesId");

-- CreateIndex
CREATE INDEX "Conclusion_originId_idx" ON "Conclusion"("originId");

-- CreateIndex
CREATE INDEX "ConclusionVersion_groupId_idx" ON "ConclusionVersion"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "ConclusionVersion_conclusionId_number_key" ON "ConclusionVersion"("conclusionId", "number");

-- CreateIndex
CREATE INDEX "Commitment_versionId_place_idx" ON "Commitment"("versionId", "place");

-- CreateIndex
CREATE INDEX "Commitment_partyId_state_dueOn_idx" ON "Commitment"("partyId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Commitment_groupId_state_idx" ON "Commitment"("groupId", "state");

-- CreateIndex
CREATE INDEX "Decider_partyId_idx" ON "Decider"("partyId");

-- CreateIndex
CREATE INDEX "Decider_personId_idx" ON "Decider"("personId");

-- CreateIndex
CREATE INDEX "Decider_groupId_idx" ON "Decider"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Decider_versionId_partyId_key" ON "Decider"("versionId", "partyId");

-- CreateIndex
CREATE UNIQUE INDEX "Decider_versionId_personId_key" ON "Decider"("versionId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Stance_deciderId_key" ON "Stance"("deciderId");

-- CreateIndex
CREATE INDEX "Stance_referendumBy_idx" ON "Stance"("referendumBy");

-- CreateIndex
CREATE INDEX "Stance_groupId_idx" ON "Stance"("groupId");

-- CreateIndex
CREATE INDEX "DivergenceSide_groupId_idx" ON "DivergenceSide"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "DivergenceSide_conclusionId_partyId_key" ON "DivergenceSide"("conclusionId", "partyId");

-- CreateIndex
CREATE UNIQUE INDEX "DivergenceSide_conclusionId_personId_key" ON "DivergenceSide"("conclusionId", "personId");

-- CreateIndex
CREATE INDEX "SharingConsent_groupId_idx" ON "SharingConsent"("groupId");

-- CreateIndex
CREATE INDEX "RecordHead_groupId_idx" ON "RecordHead"("groupId");

-- CreateIndex
CREATE INDEX "RecordEntry_groupId_idx" ON "RecordEntry"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "RecordEntry_meetingId_sequence_key" ON "RecordEntry"("meetingId", "sequence");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Organizer" ADD CONSTRAINT "Organizer_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Organizer" ADD CONSTRAINT "Organizer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PartyMember" ADD CONSTRAINT "PartyMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PartyMember" ADD CONSTRAINT "PartyMember_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PartyMember" ADD CONSTRAINT "PartyMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "GroupEvent" ADD CONSTRAINT "GroupEvent_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "GroupEvent" ADD CONSTRAINT "GroupEvent_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Text" ADD CONSTRAINT "Text_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TextParty" ADD CONSTRAINT "TextParty_textId_fkey" FOREIGN KEY ("textId") REFERENCES "Text"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TextParty" ADD CONSTRAINT "TextParty_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_textId_fkey" FOREIGN KEY ("textId") REFERENCES "Text"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ConclusionVersion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_editionId_firstOrdinal_fkey" FOREIGN KEY ("editionId", "firstOrdinal") REFERENCES "Passage"("editionId", "ordinal") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_editionId_lastOrdinal_fkey" FOREIGN KEY ("editionId", "lastOrdinal") REFERENCES "Passage"("editionId", "ordinal") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_currentItemId_fkey" FOREIGN KEY ("currentItemId") REFERENCES "AgendaItem"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingParty" ADD CONSTRAINT "MeetingParty_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingParty" ADD CONSTRAINT "MeetingParty_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingParty" ADD CONSTRAINT "MeetingParty_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingOffice" ADD CONSTRAINT "MeetingOffice_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingOffice" ADD CONSTRAINT "MeetingOffice_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "MeetingOffice" ADD CONSTRAINT "MeetingOffice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "OfficeAcceptance" ADD CONSTRAINT "OfficeAcceptance_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "OfficeAcceptance" ADD CONSTRAINT "OfficeAcceptance_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "MeetingOffice"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "OfficeAcceptance" ADD CONSTRAINT "OfficeAcceptance_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TimeProposal" ADD CONSTRAINT "TimeProposal_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TimeProposal" ADD CONSTRAINT "TimeProposal_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TimeProposal" ADD CONSTRAINT "TimeProposal_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_leadPartyId_fkey" FOREIGN KEY ("leadPartyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "AgendaItem"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_byPartyId_fkey" FOREIGN KEY ("byPartyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AssignmentCompletion" ADD CONSTRAINT "AssignmentCompletion_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AssignmentCompletion" ADD CONSTRAINT "AssignmentCompletion_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Conclusion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Conclusion" ADD CONSTRAINT "Conclusion_originId_fkey" FOREIGN KEY ("originId") REFERENCES "Conclusion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ConclusionVersion" ADD CONSTRAINT "ConclusionVersion_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ConclusionVersion" ADD CONSTRAINT "ConclusionVersion_conclusionId_fkey" FOREIGN KEY ("conclusionId") REFERENCES "Conclusion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ConclusionVersion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Decider" ADD CONSTRAINT "Decider_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Decider" ADD CONSTRAINT "Decider_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ConclusionVersion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Decider" ADD CONSTRAINT "Decider_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Decider"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DivergenceSide" ADD CONSTRAINT "DivergenceSide_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DivergenceSide" ADD CONSTRAINT "DivergenceSide_conclusionId_fkey" FOREIGN KEY ("conclusionId") REFERENCES "Conclusion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "DivergenceSide" ADD CONSTRAINT "DivergenceSide_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SharingConsent" ADD CONSTRAINT "SharingConsent_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SharingConsent" ADD CONSTRAINT "SharingConsent_conclusionId_fkey" FOREIGN KEY ("conclusionId") REFERENCES "Conclusion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SharingConsent" ADD CONSTRAINT "SharingConsent_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RecordHead" ADD CONSTRAINT "RecordHead_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RecordHead" ADD CONSTRAINT "RecordHead_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RecordEntry" ADD CONSTRAINT "RecordEntry_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
