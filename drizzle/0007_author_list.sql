-- Comes with Postgres and is trusted: who owns the database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- A word or phrase as a pattern for posts.find_text, written as that is. One or two letters are
-- the beginning of a word, for which there are trigrams; anything longer may stand within one.
CREATE FUNCTION find_pattern(phrase text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN length(words) < 3 THEN '% ' ELSE '%' END || words || '%'
    FROM (SELECT trim(lower(regexp_replace(phrase, '[^[:alnum:]]+', ' ', 'g')))) AS written(words)
$$;
--> statement-breakpoint
DROP INDEX "posts_updated";--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "find_text" text GENERATED ALWAYS AS (lower(regexp_replace(' ' || "posts"."display_title" || ' ' || coalesce(left(regexp_replace(coalesce("posts"."link_url", "posts"."source_url"), '^https?://(www\.)?', ''), 200), '') || ' ' || "posts"."slug" || ' ' || case when "posts"."kind" in ('blogmark', 'quotation', 'note') then left("posts"."plain_text", 160) || ' ' else '' end, '[^[:alnum:]]+', ' ', 'g'))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "posts_by_title" ON "posts" USING btree (left("find_text", 60),"id","kind") WHERE "posts"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "posts_find" ON "posts" USING gin ("find_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "posts_removals" ON "posts" USING btree ("id") WHERE "posts"."removed" <> '[]';--> statement-breakpoint
CREATE INDEX "posts_updated" ON "posts" USING btree ("updated_at","id","kind") WHERE "posts"."deleted_at" is null;
