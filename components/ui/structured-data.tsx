/** Facts for machines, as JSON-LD. No text in them can end the element they stand in. */
export function StructuredData({ data }: { data: Record<string, unknown>[] }) {
  const json = JSON.stringify(data.length === 1 ? data[0] : data).replaceAll('<', '\\u003c');
  return (
    <script data-keep="" type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
  );
}
