-- Who writes many posts and their tags in one transaction has search write them once, at its end:
-- SET LOCAL commonplace.search_waits = 'on', and then search_write() with their ids.
CREATE FUNCTION search_waits() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('commonplace.search_waits', true), '') = 'on'
$$;
--> statement-breakpoint
-- Who changes tags holds them all and then writes what search knows of posts. So whoever writes that
-- for a post alone shares them before, too: in another order the two would wait for each other.
CREATE OR REPLACE FUNCTION posts_search_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF search_waits() THEN
    RETURN NULL;
  END IF;
  PERFORM share_tags();
  PERFORM search_write(array_agg(id)) FROM added WHERE listed_at IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION posts_search_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF search_waits() THEN
    RETURN NULL;
  END IF;
  PERFORM share_tags();
  PERFORM search_write(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION post_tags_search_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF search_waits() THEN
    RETURN NULL;
  END IF;
  PERFORM search_write_tags(array_agg(DISTINCT post_id)) FROM added;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION post_tags_search_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF search_waits() THEN
    RETURN NULL;
  END IF;
  PERFORM search_write_tags(array_agg(DISTINCT post_id)) FROM removed;
  RETURN NULL;
END $$;
