CREATE TABLE "media" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "media_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"original_name" text NOT NULL,
	"hash" text NOT NULL,
	"key" text NOT NULL,
	"served_key" text,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"served_size" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"duration_ms" integer,
	"variants" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"poster_id" integer,
	"captions_id" integer,
	"uploader_id" integer,
	"import_ref" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "media_hash_unique" UNIQUE("hash"),
	CONSTRAINT "media_import_ref_unique" UNIQUE("import_ref")
);
--> statement-breakpoint
CREATE TABLE "media_uploads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"replaces_id" integer,
	"person_id" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_media" (
	"post_id" integer NOT NULL,
	"media_id" integer NOT NULL,
	CONSTRAINT "post_media_post_id_media_id_pk" PRIMARY KEY("post_id","media_id")
);
--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_poster_id_media_id_fk" FOREIGN KEY ("poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_captions_id_media_id_fk" FOREIGN KEY ("captions_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_uploader_id_people_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_uploads" ADD CONSTRAINT "media_uploads_replaces_id_media_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_uploads" ADD CONSTRAINT "media_uploads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_media" ADD CONSTRAINT "post_media_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_newest" ON "media" USING btree ("created_at","id") WHERE "media"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "media_poster" ON "media" USING btree ("poster_id") WHERE "media"."poster_id" is not null;--> statement-breakpoint
CREATE INDEX "media_captions" ON "media" USING btree ("captions_id") WHERE "media"."captions_id" is not null;--> statement-breakpoint
CREATE INDEX "post_media_media" ON "post_media" USING btree ("media_id","post_id");--> statement-breakpoint

-- Files of the library that texts refer to: an address by itself, or in an attribute of HTML.
CREATE FUNCTION media_in(texts text[]) RETURNS SETOF integer LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT found[1]::integer
    FROM unnest(texts) AS one,
         regexp_matches(one, '(?:^|\s(?:src|href|poster)=["''])/media/([1-9][0-9]{0,8})/', 'g') AS found
$$;
--> statement-breakpoint
CREATE FUNCTION posts_note_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM post_media WHERE post_id = NEW.id;
  END IF;
  INSERT INTO post_media (post_id, media_id)
    SELECT NEW.id, media_in(ARRAY[NEW.html, NEW.excerpt_html, NEW.context_html, NEW.image_url, NEW.card_image, NEW.link_url]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER posts_note_media_of_new AFTER INSERT ON posts
  FOR EACH ROW EXECUTE FUNCTION posts_note_media();
--> statement-breakpoint
CREATE TRIGGER posts_note_media AFTER UPDATE OF html, excerpt_html, context_html, image_url, card_image, link_url ON posts
  FOR EACH ROW WHEN ((OLD.html, OLD.excerpt_html, OLD.context_html, OLD.image_url, OLD.card_image, OLD.link_url)
    IS DISTINCT FROM (NEW.html, NEW.excerpt_html, NEW.context_html, NEW.image_url, NEW.card_image, NEW.link_url))
  EXECUTE FUNCTION posts_note_media();
