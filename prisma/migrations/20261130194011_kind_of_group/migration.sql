-- What a group is for (domain/group-kind.ts). Of groups that were there before, none is said.
ALTER TABLE "Group" ADD COLUMN     "kind" TEXT;
ALTER TABLE "Group" ADD CONSTRAINT "Group_kind" CHECK (kind IN ('study-circle', 'negotiation', 'assembly'));
