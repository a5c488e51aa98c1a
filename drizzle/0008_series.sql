CREATE TABLE "series_former_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"series_id" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "series_former_slugs" ADD CONSTRAINT "series_former_slugs_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "series_former_slugs_series" ON "series_former_slugs" USING btree ("series_id");