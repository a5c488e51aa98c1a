-- One form for every way to write the address of a page: no scheme, no `www.`, nothing that only
-- tracks, no final slash, no fragment but one that names a page (`#!`). For finding links to the same
-- page, not for storing.
CREATE FUNCTION comparable_url(url text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_replace(
    regexp_replace(
      regexp_replace(
        regexp_replace(lower(btrim(url)), '^https?://(www\.)?|#(?!!).*$', '', 'g'),
        '([?&])(utm_[a-z0-9_]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)=[^&#]*', '\1', 'g'),
      '([?&])&+', '\1', 'g'),
    '[?&]+$|/+(?=\?|$)', '', 'g')
$$;
--> statement-breakpoint
DROP INDEX "posts_link";--> statement-breakpoint
CREATE INDEX "posts_link" ON "posts" USING hash (comparable_url("link_url")) WHERE "posts"."link_url" is not null;