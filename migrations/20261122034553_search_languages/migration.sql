-- Languages that questions are asked in, and the tools for words that were typed wrong. The extensions are trusted: the
-- owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
-- Words as they stand, but for case and accents: names, numbers, and what somebody is still typing.
CREATE TEXT SEARCH CONFIGURATION plain_words (COPY = simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION plain_words ALTER MAPPING FOR asciiword, word, hword, hword_part, hword_asciipart, asciihword WITH unaccent, simple;
--> statement-breakpoint
-- Dutch and English by their stems, so that one form of a word finds the others.
CREATE TEXT SEARCH CONFIGURATION dutch_words (COPY = dutch);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION dutch_words ALTER MAPPING FOR asciiword, word, hword, hword_part, hword_asciipart, asciihword WITH unaccent, dutch_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION english_words (COPY = english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION english_words ALTER MAPPING FOR asciiword, word, hword, hword_part, hword_asciipart, asciihword WITH unaccent, english_stem;
