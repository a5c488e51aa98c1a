-- Comes with Postgres and is trusted: who owns the database may add it.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE TABLE "post_search" (
	"post_id" integer PRIMARY KEY NOT NULL,
	"listed_at" timestamp with time zone NOT NULL,
	"published_on" date NOT NULL,
	"kind" text NOT NULL,
	"beat_type" text,
	"year" smallint NOT NULL,
	"month" smallint NOT NULL,
	"tag_ids" integer[] NOT NULL,
	"title_key" text NOT NULL,
	"head" "tsvector" NOT NULL,
	"document" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_word_queue" (
	"post_id" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text COLLATE "C" PRIMARY KEY NOT NULL,
	"lexeme" text
);
--> statement-breakpoint
ALTER TABLE "post_search" ADD CONSTRAINT "post_search_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_word_queue" ADD CONSTRAINT "search_word_queue_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Rows stay small, so that counting thousands of them is cheap: of a large one the document lies
-- apart, and nothing but the document.
ALTER TABLE post_search SET (toast_tuple_target = 128);
--> statement-breakpoint
ALTER TABLE post_search
  ALTER COLUMN head SET STORAGE MAIN, ALTER COLUMN tag_ids SET STORAGE MAIN, ALTER COLUMN title_key SET STORAGE MAIN;
--> statement-breakpoint
CREATE INDEX "post_search_document" ON "post_search" USING gin ("document");--> statement-breakpoint
CREATE INDEX "post_search_title" ON "post_search" USING btree ("title_key") WHERE "post_search"."title_key" <> '';--> statement-breakpoint
CREATE INDEX "post_search_newest" ON "post_search" USING btree ("listed_at","post_id");--> statement-breakpoint
CREATE INDEX "search_words_alike" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_words_lexeme" ON "search_words" USING btree ("lexeme");--> statement-breakpoint

-- Signs that are written without spaces between words: Chinese, Japanese, Korean.
CREATE FUNCTION search_signs() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u3099-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff]'
$$;
--> statement-breakpoint
-- The words of a text as search compares them: lower case, without accents and punctuation, parted
-- by one space. Of signs without spaces every two neighbours are a word, and the last one by itself:
-- most words have two signs, and three at a time would miss them.
CREATE FUNCTION search_fold(written text) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  words text := written;
BEGIN
  -- Parts of Korean and Japanese signs, and signs of half or full width: the rest is unaccent's work.
  IF words ~ '[\u1100-\u11ff\u3099\u309a\uff00-\uffef]' THEN
    words := normalize(words, NFKC);
  END IF;
  words := btrim(regexp_replace(lower(unaccent(words)), '[^[:alnum:]]+', ' ', 'g'));
  IF words ~ search_signs() THEN
    SELECT btrim(regexp_replace(string_agg(
             CASE WHEN part ~ search_signs()
                  THEN ' ' || (SELECT string_agg(substr(part, i, 2), ' ' ORDER BY i)
                                 FROM generate_series(1, length(part)) AS i) || ' '
                  ELSE part END, '' ORDER BY place), ' +', ' ', 'g'))
      INTO words
      FROM regexp_matches(words, search_signs() || '+|' || replace(search_signs(), '[', '[^') || '+', 'g')
           WITH ORDINALITY AS found(parts, place), LATERAL (SELECT parts[1]) AS one(part);
  END IF;
  RETURN words;
END $$;
--> statement-breakpoint
-- What stems words and passes over the small ones: by the setting `language`, where Postgres knows it.
CREATE FUNCTION search_language() RETURNS regconfig LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce((
    SELECT CASE lower(split_part(value #>> '{}', '-', 1))
      WHEN 'ar' THEN 'arabic' WHEN 'hy' THEN 'armenian' WHEN 'eu' THEN 'basque' WHEN 'ca' THEN 'catalan'
      WHEN 'da' THEN 'danish' WHEN 'nl' THEN 'dutch' WHEN 'en' THEN 'english' WHEN 'fi' THEN 'finnish'
      WHEN 'fr' THEN 'french' WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek' WHEN 'hi' THEN 'hindi'
      WHEN 'hu' THEN 'hungarian' WHEN 'id' THEN 'indonesian' WHEN 'ga' THEN 'irish' WHEN 'it' THEN 'italian'
      WHEN 'lt' THEN 'lithuanian' WHEN 'ne' THEN 'nepali' WHEN 'no' THEN 'norwegian'
      WHEN 'nb' THEN 'norwegian' WHEN 'nn' THEN 'norwegian' WHEN 'pt' THEN 'portuguese'
      WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian' WHEN 'sr' THEN 'serbian' WHEN 'es' THEN 'spanish'
      WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish'
      ELSE 'simple' END
    FROM settings WHERE key = 'language'), 'english')::regconfig
$$;
--> statement-breakpoint
-- The words of a long text; of one that no tsvector can hold, those of its beginning.
CREATE FUNCTION search_vector(language regconfig, written text) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF length(written) < 50000 THEN
    RETURN to_tsvector(language, search_fold(written));
  END IF;
  BEGIN
    RETURN to_tsvector(language, search_fold(left(written, 1000000)));
  EXCEPTION WHEN program_limit_exceeded THEN
    RETURN to_tsvector(language, search_fold(left(written, 50000)));
  END;
END $$;
--> statement-breakpoint
-- Words of a title, small ones too and as they are written: a title may have no others.
CREATE FUNCTION search_title_vector(language regconfig, title text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector(language, folded) || to_tsvector('simple', folded), 'A')
    FROM search_fold(left(title, 1000)) AS folded
$$;
--> statement-breakpoint
CREATE FUNCTION search_tag_vector(language regconfig, tag_ids integer[]) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector(language, search_fold(coalesce(string_agg(
           CASE WHEN lower(name) = slug THEN slug ELSE name || ' / ' || slug END, ' / ' ORDER BY id), ''))), 'B')
    FROM tags WHERE id = ANY (tag_ids)
$$;
--> statement-breakpoint
CREATE FUNCTION search_marks(kind text, beat_type text, day date, tag_ids integer[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_remove(ARRAY['/', '/k:' || kind, '/b:' || beat_type,
           '/y:' || extract(year FROM day), '/m:' || extract(month FROM day)], NULL)
         || ARRAY(SELECT '/t:' || tag_id FROM unnest(tag_ids) AS tag_id))
$$;
--> statement-breakpoint
-- Writes what search knows of posts anew; of those that will not be public it knows nothing.
-- By index always: while an archive comes in, Postgres still takes its tables for empty ones.
CREATE FUNCTION search_write(post_ids integer[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  language regconfig := search_language();
BEGIN
  WITH written AS (
  INSERT INTO post_search AS kept (post_id, listed_at, published_on, kind, beat_type, year, month, tag_ids, title_key, head, document)
  SELECT p.id, p.listed_at, p.published_on, p.kind, p.beat_type,
         extract(year FROM p.published_on), extract(month FROM p.published_on),
         tagged.ids, left(search_fold(coalesce(title.written, '')), 200), head.words,
         head.words
           || setweight(to_tsvector(language, search_fold(concat_ws(' / ', substring(p.link_url FROM '^https?://(?:www\.)?([^/?#]+)'), p.via_title))), 'C')
           || search_vector(language, p.plain_text)
           || search_marks(p.kind, p.beat_type, p.published_on, tagged.ids)
    FROM posts p
    CROSS JOIN LATERAL (SELECT CASE WHEN p.kind = 'note' THEN p.title ELSE p.display_title END) AS title(written)
    CROSS JOIN LATERAL (SELECT ARRAY(SELECT tag_id FROM post_tags WHERE post_id = p.id ORDER BY tag_id)) AS tagged(ids)
    CROSS JOIN LATERAL (SELECT search_title_vector(language, concat_ws(' / ', title.written, CASE WHEN p.kind = 'blogmark' THEN p.title END))
                            || search_tag_vector(language, tagged.ids)) AS head(words)
   WHERE p.id = ANY (post_ids) AND p.listed_at IS NOT NULL
   ORDER BY p.id
  ON CONFLICT (post_id) DO UPDATE SET
    listed_at = excluded.listed_at, published_on = excluded.published_on, kind = excluded.kind,
    beat_type = excluded.beat_type, year = excluded.year, month = excluded.month, tag_ids = excluded.tag_ids,
    title_key = excluded.title_key, head = excluded.head, document = excluded.document
  WHERE (kept.listed_at, kept.published_on, kept.title_key, kept.document)
    IS DISTINCT FROM (excluded.listed_at, excluded.published_on, excluded.title_key, excluded.document)
  RETURNING post_id
  )
  INSERT INTO search_word_queue (post_id) SELECT post_id FROM written
  ON CONFLICT DO NOTHING;
  DELETE FROM post_search USING posts p
   WHERE post_search.post_id = ANY (post_ids) AND p.id = post_search.post_id AND p.listed_at IS NULL;
END $$;
--> statement-breakpoint
-- The same where nothing but the tags has changed: the words of the text are kept.
CREATE FUNCTION search_write_tags(post_ids integer[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  language regconfig := search_language();
BEGIN
  UPDATE post_search kept SET
    tag_ids = tagged.ids,
    head = ts_filter(kept.head, '{a}') || words.of_tags,
    document = ts_filter(kept.document, '{a,c,d}') || words.of_tags
      || search_marks(kept.kind, kept.beat_type, kept.published_on, tagged.ids)
  FROM unnest(post_ids) AS wanted(post_id)
  CROSS JOIN LATERAL (SELECT ARRAY(SELECT tag_id FROM post_tags t WHERE t.post_id = wanted.post_id ORDER BY tag_id)) AS tagged(ids)
  CROSS JOIN LATERAL (SELECT search_tag_vector(language, tagged.ids)) AS words(of_tags)
  WHERE kept.post_id = wanted.post_id;
END $$;
--> statement-breakpoint
-- A statement's posts are written together, which takes a fraction of the time of one by one.
CREATE FUNCTION posts_search_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write(array_agg(id)) FROM added WHERE listed_at IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER posts_search_inserted AFTER INSERT ON posts
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION posts_search_inserted();
--> statement-breakpoint
-- Also where the text is written as it was: by a change of language its words are others.
CREATE FUNCTION posts_search_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER posts_search_updated
  AFTER UPDATE OF kind, beat_type, status, published_at, published_on, deleted_at, title, display_title, link_url, via_title, plain_text ON posts
  FOR EACH ROW WHEN (coalesce(OLD.listed_at, NEW.listed_at) IS NOT NULL)
  EXECUTE FUNCTION posts_search_updated();
--> statement-breakpoint
CREATE FUNCTION post_tags_search_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write_tags(array_agg(DISTINCT post_id)) FROM added;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_tags_search_inserted AFTER INSERT ON post_tags
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION post_tags_search_inserted();
--> statement-breakpoint
CREATE FUNCTION post_tags_search_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write_tags(array_agg(DISTINCT post_id)) FROM removed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_tags_search_deleted AFTER DELETE ON post_tags
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION post_tags_search_deleted();
--> statement-breakpoint
CREATE FUNCTION post_tags_search_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write_tags(array_agg(DISTINCT post_id))
     FROM ((SELECT post_id, tag_id FROM added EXCEPT SELECT post_id, tag_id FROM removed)
           UNION ALL
           (SELECT post_id, tag_id FROM removed EXCEPT SELECT post_id, tag_id FROM added)) AS changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_tags_search_updated AFTER UPDATE ON post_tags
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION post_tags_search_updated();
--> statement-breakpoint
CREATE FUNCTION tags_search_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write_tags(ARRAY(SELECT post_id FROM post_tags WHERE tag_id = NEW.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tags_search_renamed AFTER UPDATE OF slug, name ON tags
  FOR EACH ROW WHEN ((OLD.slug, OLD.name) IS DISTINCT FROM (NEW.slug, NEW.name))
  EXECUTE FUNCTION tags_search_renamed();
--> statement-breakpoint

-- Folded words in their order as a query. Where the language passes over all of them they are
-- looked for as they are written, which titles keep.
CREATE FUNCTION search_phrase(language regconfig, folded text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN numnode(plain) > 0 THEN plain ELSE phraseto_tsquery('simple', folded) END
    FROM (SELECT phraseto_tsquery(language, folded)) AS stemmed(plain)
$$;
--> statement-breakpoint
-- The same with the last word perhaps only begun: any word that begins so, by its stem or, where
-- more than the stem is typed, by the words known to go on like this.
CREATE FUNCTION search_begun(language regconfig, folded text) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  last_word text := substring(folded FROM '[^ ]+$');
  before text := btrim(left(folded, -length(last_word)));
  begun tsquery;
BEGIN
  IF length(last_word) < 3 AND last_word !~ search_signs() THEN
    RETURN search_phrase(language, folded);
  END IF;
  -- Not the word as a whole as well: ts_rank() takes two operands of one spelling for one.
  begun := (last_word || ':*')::tsquery;
  SELECT coalesce(begun || string_agg('''' || lexeme || '''', '|')::tsquery, begun) INTO begun
    FROM (SELECT DISTINCT lexeme FROM (
            SELECT unnest(tsvector_to_array(to_tsvector(language, last_word))) AS lexeme
            UNION ALL
            (SELECT lexeme FROM search_words
             WHERE word >= last_word AND word < last_word || U&'\+10FFFF' AND lexeme IS NOT NULL LIMIT 200)) AS near
           WHERE NOT starts_with(lexeme, last_word) LIMIT 50) AS completed;
  RETURN CASE WHEN before = '' THEN begun ELSE search_phrase(language, before) <-> begun END;
END $$;
--> statement-breakpoint
-- What a reader asked for as a query. `alternatives` are lists of clauses as lib/search/text.ts
-- makes them: `{"text", "isExcluded", "isBegun"}`. Small words count only where there are no others.
-- `wanted` is to be met; by `terms`, any of the words looked for, and `whole`, the same with none of
-- them merely begun, results are ranked; by `lexemes`, the words one by one, they are marked.
CREATE FUNCTION search_query(alternatives jsonb, OUT wanted tsquery, OUT terms tsquery, OUT whole tsquery, OUT lexemes text[])
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  language regconfig := search_language();
  clauses jsonb;
  clause jsonb;
  folded text;
  is_stopped boolean;
  is_small boolean;
  one tsquery;
  every tsquery;
BEGIN
  lexemes := '{}';
  FOR clauses IN SELECT value FROM jsonb_array_elements(alternatives) LOOP
    SELECT bool_and(to_tsvector(language, search_fold(value ->> 'text')) = '') INTO is_small
      FROM jsonb_array_elements(clauses) WHERE NOT (value ->> 'isExcluded')::boolean;
    every := NULL;
    FOR clause IN SELECT value FROM jsonb_array_elements(clauses) LOOP
      folded := search_fold(clause ->> 'text');
      is_stopped := to_tsvector(language, folded) = '';
      CONTINUE WHEN folded = '' OR (is_stopped AND NOT coalesce(is_small, true));
      one := CASE WHEN (clause ->> 'isBegun')::boolean THEN search_begun(language, folded)
                  ELSE search_phrase(language, folded) END;
      IF (clause ->> 'isExcluded')::boolean THEN
        one := !! one;
      ELSE
        terms := CASE WHEN terms IS NULL THEN one ELSE terms || one END;
        whole := CASE WHEN whole IS NULL THEN search_phrase(language, folded) ELSE whole || search_phrase(language, folded) END;
        lexemes := lexemes || tsvector_to_array(to_tsvector(language, folded));
      END IF;
      every := CASE WHEN every IS NULL THEN one ELSE every && one END;
    END LOOP;
    wanted := CASE WHEN wanted IS NULL OR every IS NULL THEN coalesce(wanted, every) ELSE wanted || every END;
  END LOOP;
END $$;
--> statement-breakpoint
SELECT search_write(array_agg(id)) FROM posts WHERE listed_at IS NOT NULL;
