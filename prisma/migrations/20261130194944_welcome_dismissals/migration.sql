-- CreateTable
CREATE TABLE "WelcomeDismissal" (
    "groupId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WelcomeDismissal_pkey" PRIMARY KEY ("groupId","personId")
);

-- CreateIndex
CREATE INDEX "WelcomeDismissal_personId_idx" ON "WelcomeDismissal"("personId");

-- AddForeignKey
ALTER TABLE "WelcomeDismissal" ADD CONSTRAINT "WelcomeDismissal_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "WelcomeDismissal" ADD CONSTRAINT "WelcomeDismissal_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
