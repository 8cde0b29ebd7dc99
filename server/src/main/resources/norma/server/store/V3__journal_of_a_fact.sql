-- All changes of one fact: asked for when one of them comes late.
CREATE INDEX journal_of_fact ON journal (type, id, at, seq);
