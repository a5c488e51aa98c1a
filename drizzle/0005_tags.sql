CREATE TABLE "tag_distinctions" (
	"tag_id" integer NOT NULL,
	"other_tag_id" integer NOT NULL,
	CONSTRAINT "tag_distinctions_tag_id_other_tag_id_pk" PRIMARY KEY("tag_id","other_tag_id"),
	CONSTRAINT "tag_distinctions_order" CHECK ("tag_distinctions"."tag_id" < "tag_distinctions"."other_tag_id")
);
--> statement-breakpoint
DROP INDEX "post_tags_archive";--> statement-breakpoint
ALTER TABLE "tag_changes" ADD COLUMN "tag_id" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "tag_distinctions" ADD CONSTRAINT "tag_distinctions_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_distinctions" ADD CONSTRAINT "tag_distinctions_other_tag_id_tags_id_fk" FOREIGN KEY ("other_tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tag_distinctions_other" ON "tag_distinctions" USING btree ("other_tag_id");--> statement-breakpoint
CREATE INDEX "tag_changes_tag" ON "tag_changes" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "tag_changes_into" ON "tag_changes" USING btree ("into_tag_id") WHERE "tag_changes"."into_tag_id" is not null;--> statement-breakpoint
CREATE INDEX "tags_by_count" ON "tags" USING btree ("published_count","slug");--> statement-breakpoint
CREATE INDEX "post_tags_archive" ON "post_tags" USING btree ("tag_id","listed_at","post_id");--> statement-breakpoint

-- Whoever renames, merges or deletes tags holds them all to the end of the transaction; whoever
-- only tags posts shares them. Nobody then tags a post with what is just going, and none of these
-- waits for another who waits for it. Rows of posts are locked before this, never after.
CREATE FUNCTION hold_tags() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtext('commonplace tags'))
$$;
--> statement-breakpoint
CREATE FUNCTION share_tags() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock_shared(hashtext('commonplace tags'))
$$;
--> statement-breakpoint
CREATE FUNCTION post_tags_share() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM share_tags();
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_tags_share BEFORE INSERT OR UPDATE OR DELETE ON post_tags
  FOR EACH STATEMENT EXECUTE FUNCTION post_tags_share();
