import { stringify } from 'csv-stringify/sync';

/** A cell that a spreadsheet would run as a formula is given as text: an apostrophe before it (ASVS 1.2.10). */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function cell(view: unknown, path: string): string {
  const value = path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], view);
  if (value === null || value === undefined) return '';
  return harmless(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

export async function* csvOf(views: AsyncIterable<unknown>, columns: readonly string[]): AsyncGenerator<string> {
  yield stringify([[...columns]]);
  for await (const view of views) yield stringify([columns.map((column) => cell(view, column))]);
}

export async function* ndjsonOf(views: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const view of views) yield `${JSON.stringify(view)}\n`;
}

/** RFC 7946. A record without a place is a feature without a geometry: it is counted, not dropped. */
export async function* geoJsonOf<View>(views: AsyncIterable<View>, placeOf: (view: View) => { lat: number; lon: number } | null): AsyncGenerator<string> {
  let separator = '';
  yield '{"type":"FeatureCollection","features":[';
  for await (const view of views) {
    const place = placeOf(view);
    const geometry = place && { type: 'Point', coordinates: [place.lon, place.lat] };
    yield `${separator}${JSON.stringify({ type: 'Feature', id: (view as { id?: string }).id, geometry, properties: view })}`;
    separator = ',\n';
  }
  yield ']}';
}
