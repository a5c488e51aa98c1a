-- What several rows must agree on, kept by the database whoever writes.

-- A tagging repeats when its post is listed and whether it is published, so that a tag's archive
-- is one range of one index and its count needs no look at the posts.
CREATE FUNCTION post_tags_copy_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT listed_at, status = 'published' AND listed_at IS NOT NULL
    INTO NEW.listed_at, NEW.is_published
    FROM posts WHERE id = NEW.post_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_tags_copy_listing BEFORE INSERT OR UPDATE OF post_id ON post_tags
  FOR EACH ROW EXECUTE FUNCTION post_tags_copy_listing();
--> statement-breakpoint
CREATE FUNCTION posts_pass_on_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE post_tags
     SET listed_at = NEW.listed_at, is_published = NEW.status = 'published' AND NEW.listed_at IS NOT NULL
   WHERE post_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER posts_pass_on_listing AFTER UPDATE ON posts
  FOR EACH ROW WHEN (OLD.listed_at IS DISTINCT FROM NEW.listed_at OR OLD.status <> NEW.status)
  EXECUTE FUNCTION posts_pass_on_listing();
--> statement-breakpoint

-- tags.published_count: one update per tag and statement, however many taggings it touches.
-- Tags are locked in the order of their ids, so that two writers never wait for each other.
CREATE FUNCTION add_to_tag_counts(tag_ids integer[], changes integer[]) RETURNS void LANGUAGE sql AS $$
  WITH wanted AS (
    SELECT tag_id, sum(change) AS change
      FROM unnest(tag_ids, changes) AS t(tag_id, change)
     GROUP BY tag_id HAVING sum(change) <> 0
  ), locked AS (
    SELECT id FROM tags WHERE id IN (SELECT tag_id FROM wanted) ORDER BY id FOR UPDATE
  )
  UPDATE tags SET published_count = published_count + wanted.change
    FROM wanted JOIN locked ON locked.id = wanted.tag_id
   WHERE tags.id = wanted.tag_id
$$;
--> statement-breakpoint
CREATE FUNCTION post_tags_count_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_to_tag_counts(array_agg(tag_id), array_agg(1)) FROM added WHERE is_published;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION post_tags_count_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_to_tag_counts(array_agg(tag_id), array_agg(-1)) FROM removed WHERE is_published;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION post_tags_count_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_to_tag_counts(array_agg(tag_id), array_agg(change))
     FROM (SELECT tag_id, 1 AS change FROM added WHERE is_published
           UNION ALL
           SELECT tag_id, -1 FROM removed WHERE is_published) AS changes;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_tags_count_inserted AFTER INSERT ON post_tags
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION post_tags_count_inserted();
--> statement-breakpoint
CREATE TRIGGER post_tags_count_deleted AFTER DELETE ON post_tags
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION post_tags_count_deleted();
--> statement-breakpoint
CREATE TRIGGER post_tags_count_updated AFTER UPDATE ON post_tags
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION post_tags_count_updated();
--> statement-breakpoint

-- The one way to invalidate pages from anywhere, psql included:
--   SELECT expire_cache_tags(ARRAY['site']);
-- The lock makes the order of sequence numbers the order of commits, so that a reader who has
-- applied number N has missed nothing below it. It is held to the end of the transaction: call
-- this last.
CREATE SEQUENCE cache_invalidation_sequence AS bigint;
--> statement-breakpoint
CREATE FUNCTION expire_cache_tags(expired text[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE number bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('commonplace cache invalidation'));
  number := nextval('cache_invalidation_sequence');
  INSERT INTO cache_invalidations (tag, sequence, at)
       SELECT DISTINCT tag, number, now() FROM unnest(expired) AS tag
  ON CONFLICT (tag) DO UPDATE SET sequence = excluded.sequence, at = excluded.at;
  PERFORM pg_notify('cache_invalidations', number::text);
  RETURN number;
END $$;
--> statement-breakpoint

-- Tells this database from any other, so that pages stored from another are not served.
INSERT INTO settings (key, value) VALUES ('installation', to_jsonb(gen_random_uuid()::text));
