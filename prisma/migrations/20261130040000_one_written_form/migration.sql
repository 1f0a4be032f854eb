-- Text is normalised where it comes in (decision 016). What was stored before and is still a draft or a present name is brought into
-- the same form here. What a record tells of, what was put to deciders, and what was adopted stays byte for byte: it was hashed.

CREATE FUNCTION pg_temp.words(written text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT normalize(regexp_replace(replace(regexp_replace(
      written, E'\r\n|[\r\u0085\u000b\u000c\u2028]', E'\n', 'g'), E'\u2029', E'\n\n'),
    E'[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]', '', 'g'), NFC)
$$;

CREATE FUNCTION pg_temp.line(written text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT btrim(regexp_replace(pg_temp.words(written), E'[ \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+', ' ', 'g'))
$$;

-- Present names and titles. An empty one is left: somebody must say what it is to be called.
UPDATE "Person" SET name = pg_temp.line(name) WHERE name <> pg_temp.line(name) AND pg_temp.line(name) <> '';
UPDATE "Group" SET name = pg_temp.line(name) WHERE name <> pg_temp.line(name) AND pg_temp.line(name) <> '';
UPDATE "Group" SET purpose = pg_temp.words(purpose) WHERE purpose <> pg_temp.words(purpose);
UPDATE "Invitation" SET name = pg_temp.line(name) WHERE name <> pg_temp.line(name) AND pg_temp.line(name) <> '';
UPDATE "Text" SET title = pg_temp.line(title) WHERE title <> pg_temp.line(title) AND pg_temp.line(title) <> '';

-- Two parties of a group may not come to bear one name by this: then both keep theirs.
UPDATE "Party" p SET name = pg_temp.line(name) WHERE name <> pg_temp.line(name) AND pg_temp.line(name) <> ''
  AND NOT EXISTS (SELECT 1 FROM "Party" o WHERE o."groupId" = p."groupId" AND o.id <> p.id AND pg_temp.line(o.name) = pg_temp.line(p.name));
UPDATE "Party" p SET "shortName" = pg_temp.line("shortName")
  WHERE "shortName" <> pg_temp.line("shortName") AND pg_temp.line("shortName") <> ''
  AND NOT EXISTS (SELECT 1 FROM "Party" o WHERE o."groupId" = p."groupId" AND o.id <> p.id
    AND pg_temp.line(o."shortName") = pg_temp.line(p."shortName"));

-- Meetings of which no record tells yet.
UPDATE "Meeting" m SET title = pg_temp.line(title), aim = pg_temp.words(aim), place = pg_temp.line(place)
  WHERE state = 'draft' AND pg_temp.line(title) <> ''
  AND (title, aim, place) IS DISTINCT FROM (pg_temp.line(title), pg_temp.words(aim), pg_temp.line(place))
  AND NOT EXISTS (SELECT 1 FROM "RecordEntry" e WHERE e."meetingId" = m.id);
UPDATE "AgendaItem" i SET title = pg_temp.line(title), aim = pg_temp.words(aim)
  WHERE pg_temp.line(title) <> '' AND (title, aim) IS DISTINCT FROM (pg_temp.line(title), pg_temp.words(aim))
  AND NOT EXISTS (SELECT 1 FROM "RecordEntry" e WHERE e."meetingId" = i."meetingId");
UPDATE "Assignment" SET instructions = pg_temp.words(instructions) WHERE instructions <> pg_temp.words(instructions);

-- Drafts of conclusions stand in the record from their first version on, so that none is changed: whoever puts one is asked to save
-- it anew (`text-ill-formed`, `direction-control`).

DROP FUNCTION pg_temp.line(text);
DROP FUNCTION pg_temp.words(text);
