-- Who writes many posts and their tags in one transaction has search write them once, at its end:
-- SET LOCAL commonplace.search_waits = 'on', and then search_write_alone() with their ids.
CREATE FUNCTION search_waits() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('commonplace.search_waits', true), '') = 'on'
$$;
--> statement-breakpoint
-- Who changes tags holds them all and then writes what search knows of posts. So whoever writes that
-- for posts alone shares them before, too: in another order the two would wait for each other.
CREATE FUNCTION search_write_alone(post_ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM share_tags();
  PERFORM search_write(post_ids);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION posts_search_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write_alone(array_agg(id)) FROM added WHERE listed_at IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION posts_search_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_write_alone(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER posts_search_inserted AFTER INSERT ON posts
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT WHEN (NOT search_waits())
  EXECUTE FUNCTION posts_search_inserted();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER posts_search_updated
  AFTER UPDATE OF kind, beat_type, status, published_at, published_on, deleted_at, title, display_title, link_url, via_title, plain_text ON posts
  FOR EACH ROW WHEN (coalesce(OLD.listed_at, NEW.listed_at) IS NOT NULL AND NOT search_waits())
  EXECUTE FUNCTION posts_search_updated();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER post_tags_search_inserted AFTER INSERT ON post_tags
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT WHEN (NOT search_waits())
  EXECUTE FUNCTION post_tags_search_inserted();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER post_tags_search_deleted AFTER DELETE ON post_tags
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT WHEN (NOT search_waits())
  EXECUTE FUNCTION post_tags_search_deleted();
