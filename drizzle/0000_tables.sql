CREATE TABLE "cache_invalidations" (
	"tag" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"email" text,
	"role" text,
	"password_hash" text,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_slug_unique" UNIQUE("slug"),
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_role_known" CHECK ("people"."role" in ('owner', 'author'))
);
--> statement-breakpoint
CREATE TABLE "post_former_addresses" (
	"published_on" date NOT NULL,
	"slug" text NOT NULL,
	"post_id" integer NOT NULL,
	CONSTRAINT "post_former_addresses_published_on_slug_pk" PRIMARY KEY("published_on","slug")
);
--> statement-breakpoint
CREATE TABLE "post_tags" (
	"post_id" integer NOT NULL,
	"tag_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"listed_at" timestamp with time zone,
	"is_published" boolean DEFAULT false NOT NULL,
	CONSTRAINT "post_tags_post_id_tag_id_pk" PRIMARY KEY("post_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "posts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"published_on" date,
	"first_published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"author_id" integer,
	"series_id" integer,
	"feed_id" text,
	"import_ref" text,
	"import_hash" text,
	"lang" text,
	"card_image" text,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"title" text,
	"body" text,
	"body_format" text DEFAULT 'markdown' NOT NULL,
	"excerpt" text,
	"link_url" text,
	"link_title" text,
	"via_url" text,
	"via_title" text,
	"source" text,
	"source_url" text,
	"context" text,
	"beat_type" text,
	"commentary" text,
	"image_url" text,
	"image_alt" text,
	"renderer_version" integer NOT NULL,
	"display_title" text NOT NULL,
	"html" text NOT NULL,
	"list_html" text,
	"excerpt_html" text NOT NULL,
	"context_html" text DEFAULT '' NOT NULL,
	"has_more" boolean NOT NULL,
	"plain_text" text NOT NULL,
	"word_count" integer NOT NULL,
	"removed" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"listed_at" timestamp with time zone GENERATED ALWAYS AS (case when "posts"."status" <> 'draft' and "posts"."deleted_at" is null then "posts"."published_at" end) STORED,
	"has_note" boolean GENERATED ALWAYS AS ("posts"."kind" = 'beat' and coalesce("posts"."body", '') <> '') STORED NOT NULL,
	CONSTRAINT "posts_feed_id_unique" UNIQUE("feed_id"),
	CONSTRAINT "posts_import_ref_unique" UNIQUE("import_ref"),
	CONSTRAINT "posts_number" UNIQUE("kind","number"),
	CONSTRAINT "posts_kind_known" CHECK ("posts"."kind" in ('entry', 'blogmark', 'quotation', 'note', 'beat')),
	CONSTRAINT "posts_status_known" CHECK ("posts"."status" in ('draft', 'scheduled', 'published')),
	CONSTRAINT "posts_format_known" CHECK ("posts"."body_format" in ('markdown', 'html', 'text')),
	CONSTRAINT "posts_slug_form" CHECK ("posts"."slug" ~ '^[A-Za-z0-9_-]{1,64}$'),
	CONSTRAINT "posts_entry_needs" CHECK ("posts"."kind" <> 'entry' or ("posts"."title" is not null and "posts"."body" is not null and ("posts"."status" = 'draft' or ("posts"."title" ~ '\S' and "posts"."body" ~ '\S')))),
	CONSTRAINT "posts_blogmark_needs" CHECK ("posts"."kind" <> 'blogmark' or ("posts"."link_url" is not null and "posts"."link_title" is not null and ("posts"."status" = 'draft' or ("posts"."link_url" ~ '\S' and "posts"."link_title" ~ '\S')))),
	CONSTRAINT "posts_quotation_needs" CHECK ("posts"."kind" <> 'quotation' or ("posts"."body" is not null and "posts"."source" is not null and ("posts"."status" = 'draft' or ("posts"."body" ~ '\S' and "posts"."source" ~ '\S')))),
	CONSTRAINT "posts_note_needs" CHECK ("posts"."kind" <> 'note' or ("posts"."body" is not null and ("posts"."status" = 'draft' or "posts"."body" ~ '\S'))),
	CONSTRAINT "posts_beat_needs" CHECK ("posts"."kind" <> 'beat' or ("posts"."beat_type" is not null and "posts"."title" is not null and "posts"."link_url" is not null and ("posts"."status" = 'draft' or ("posts"."beat_type" ~ '\S' and "posts"."title" ~ '\S' and "posts"."link_url" ~ '\S')))),
	CONSTRAINT "posts_dated" CHECK ("posts"."status" = 'draft' or ("posts"."published_at" is not null and "posts"."published_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "redirects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"host" text DEFAULT '' NOT NULL,
	"path" text NOT NULL,
	"target" text NOT NULL,
	"import_ref" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "redirects_import_ref_unique" UNIQUE("import_ref"),
	CONSTRAINT "redirects_address" UNIQUE("host","path")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"summary_html" text DEFAULT '' NOT NULL,
	"import_ref" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "series_slug_unique" UNIQUE("slug"),
	CONSTRAINT "series_import_ref_unique" UNIQUE("import_ref")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tag_former_names" (
	"name" text PRIMARY KEY NOT NULL,
	"tag_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"description_html" text DEFAULT '' NOT NULL,
	"published_count" integer DEFAULT 0 NOT NULL,
	"import_ref" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tags_slug_unique" UNIQUE("slug"),
	CONSTRAINT "tags_import_ref_unique" UNIQUE("import_ref"),
	CONSTRAINT "tags_slug_form" CHECK ("tags"."slug" <> '' and "tags"."slug" !~ '[\s/+?#%A-Z]')
);
--> statement-breakpoint
ALTER TABLE "post_former_addresses" ADD CONSTRAINT "post_former_addresses_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_tags" ADD CONSTRAINT "post_tags_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_tags" ADD CONSTRAINT "post_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_former_names" ADD CONSTRAINT "tag_former_names_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cache_invalidations_sequence" ON "cache_invalidations" USING btree ("sequence");--> statement-breakpoint
CREATE INDEX "post_former_addresses_post" ON "post_former_addresses" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "post_tags_archive" ON "post_tags" USING btree ("tag_id","listed_at","post_id") WHERE "post_tags"."listed_at" is not null;--> statement-breakpoint
CREATE INDEX "post_tags_due" ON "post_tags" USING btree ("tag_id","listed_at") WHERE "post_tags"."listed_at" is not null and not "post_tags"."is_published";--> statement-breakpoint
CREATE UNIQUE INDEX "posts_address" ON "posts" USING btree ("published_on",lower("slug"));--> statement-breakpoint
CREATE INDEX "posts_stream" ON "posts" USING btree ("listed_at","id") WHERE "posts"."listed_at" is not null;--> statement-breakpoint
CREATE INDEX "posts_by_kind" ON "posts" USING btree ("kind","listed_at","id") WHERE "posts"."listed_at" is not null;--> statement-breakpoint
CREATE INDEX "posts_by_beat_type" ON "posts" USING btree ("beat_type","listed_at","id") WHERE "posts"."kind" = 'beat' and "posts"."listed_at" is not null;--> statement-breakpoint
CREATE INDEX "posts_by_day" ON "posts" USING btree ("published_on","listed_at","id","kind") WHERE "posts"."listed_at" is not null;--> statement-breakpoint
CREATE INDEX "posts_by_series" ON "posts" USING btree ("series_id","listed_at","id") WHERE "posts"."series_id" is not null and "posts"."listed_at" is not null;--> statement-breakpoint
CREATE INDEX "posts_stale_rendering" ON "posts" USING btree ("renderer_version","id");--> statement-breakpoint
CREATE INDEX "tag_former_names_tag" ON "tag_former_names" USING btree ("tag_id");