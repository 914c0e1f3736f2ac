import { Readable } from 'node:stream';
import { applyDecorators, Injectable, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from './actor.ts';
import { badCursor, malformedParameter, unknownParameter } from './errors.ts';
import { moment, type Filter } from './list-filters.ts';
import { csvOf, geoJsonOf, ndjsonOf } from './exports.ts';
import { Reads } from './reads.ts';

/** One list of the product: where its rows come from, what may be asked of it, in which order it is paged. */
export interface ListSpec<Row, View> {
  /** Unique in the product: names the prepared statements and marks the cursors. */
  name: string;
  select: string;
  from: string;
  /** Conditions that always hold. */
  where?: string;
  filters: Record<string, Filter>;
  /** The record's main time, for `from` and `to`; left out where the list has none. */
  time?: string;
  /** Keyset order: a column that is never null, then the id. */
  order: { column: string; type: 'timestamptz' | 'text' | 'date' | 'bigint' | 'integer'; descending: boolean; id: string };
  /** Reads what `view` looks up in memory, where that is too old. */
  ready?(): Promise<void>;
  view(row: Row, actor: Actor): View;
  /**
   * By the name of a filter: how the list is asked where that filter is given one value, when an index of another table
   * then holds the rows in the list's own order. `condition` replaces the filter's.
   */
  narrowed?: Record<string, Required<Pick<ListSpec<Row, View>, 'from' | 'where' | 'time' | 'order'>> & { condition: string }>;
  /** Columns of a CSV export: paths into the view. */
  columns: readonly string[];
  /** Where a view stands, for a GeoJSON export; left out where the list has no places. */
  placeOf?(view: View): { lat: number; lon: number } | null;
}

export interface Page<View> {
  items: View[];
  nextCursor: string | null;
}

type Keyed<Row> = Row & { cursorKey: string; cursorId: string };

const defaultLimit = 50;
const maxLimit = 200;
/** How many rows are fetched, to the next of these: few statements to prepare, whatever limits are asked. */
const fetches = [10, defaultLimit, maxLimit];

/** Answers lists: filters allow-listed, pages by keyset (the thousandth as fast as the first), exports streamed whole. */
@Injectable()
export class Lists {
  constructor(private readonly reads: Reads) {}

  async answer<Row, View>(spec: ListSpec<Row, View>, reply: FastifyReply, fixed: Record<string, string> = {}): Promise<Page<View> | StreamableFile> {
    const actor = reply.request.actor!;
    const query = { ...(reply.request.query as Record<string, string | string[]>), ...fixed };
    const type = representation(reply.request.headers.accept, spec.placeOf !== undefined);
    const ask = compile(spec, query);
    await spec.ready?.();
    if (type === 'application/json') return this.page(spec, actor, ask);
    const rows = this.reads.stream<Keyed<Row>>(actor, `${ask.text} order by ${orderOf(ask)}`, ask.values);
    const views = async function* () {
      for await (const batch of rows) for (const row of batch) yield spec.view(withoutKeys(row), actor);
    };
    const stream = type === 'text/csv' ? csvOf(views(), spec.columns) : type === 'application/geo+json' ? geoJsonOf(views(), spec.placeOf!) : ndjsonOf(views());
    return new StreamableFile(Readable.from(stream), { type: `${type}; charset=utf-8` });
  }

  private async page<Row, View>(spec: ListSpec<Row, View>, actor: Actor, { name, text, values, limit, cursor, order }: Ask): Promise<Page<View>> {
    const { column, type, descending, id } = order;
    const all = [...values];
    let sql = text;
    if (cursor) {
      all.push(...cursor);
      sql += ` and (${column}, ${id}) ${descending ? '<' : '>'} ($${all.length - 1}::${type}, $${all.length}::uuid)`;
    }
    // As a parameter it would leave the planner to guess how many rows are wanted, and to plan each page anew.
    const fetched = fetches.find((each) => each >= limit)! + 1;
    sql += ` order by ${orderOf({ order })} limit ${fetched}`;
    const rows = await this.reads.rows<Keyed<Row>>(actor, `${name}${cursor ? '+' : ''}:${fetched}`, sql, all);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const nextCursor = last ? Buffer.from(JSON.stringify([spec.name, last.cursorKey, last.cursorId])).toString('base64url') : null;
    return { items: rows.slice(0, limit).map((row) => spec.view(withoutKeys(row), actor)), nextCursor };
  }
}

/** The row as the list selected it: what pages it is nobody's business. JSON leaves out what is undefined; a copy of each row would cost more. */
function withoutKeys<Row>(row: Keyed<Row>): Row {
  return Object.assign(row, { cursorKey: undefined, cursorId: undefined });
}

interface Ask {
  name: string;
  text: string;
  values: unknown[];
  limit: number;
  cursor: [string, string] | undefined;
  order: ListSpec<unknown, unknown>['order'];
}

/** What can be asked of a list: all that its documentation needs of it. */
type Asked = Pick<ListSpec<unknown, unknown>, 'filters' | 'time'>;

const orderOf = ({ order }: Pick<Ask, 'order'>) => {
  const way = order.descending ? 'desc' : 'asc';
  return `${order.column} ${way}, ${order.id} ${way}`;
};

const filtersOf = (spec: Asked): Record<string, Filter> => spec.time === undefined ? spec.filters : {
  ...spec.filters, from: moment((value) => `${spec.time} >= ${value}`), to: moment((value) => `${spec.time} < ${value}`),
};

/**
 * The end of a time as a bound on the list's whole key. It means the same (no id is below zero), but as a mere pair of bounds
 * on one column a prepared plan takes it for a two-hundredth of the table, and sorts what an index has in order.
 */
const before = ({ column, id }: ListSpec<unknown, unknown>['order']): Filter =>
  moment((value) => `(${column}, ${id}) < (${value}, '00000000-0000-0000-0000-000000000000'::uuid)`);

/** The list as it is best asked: narrowed where one of the filters given allows it. */
function wayOf<Row, View>(list: ListSpec<Row, View>, query: Record<string, string | string[]>): { spec: ListSpec<Row, View>; mark: string } {
  for (const [name, { condition, ...narrowed }] of Object.entries(list.narrowed ?? {})) {
    const value = query[name];
    if (typeof value !== 'string' || value.includes(',')) continue;
    return { spec: { ...list, ...narrowed, filters: { ...list.filters, [name]: { ...list.filters[name]!, condition } } }, mark: '!' };
  }
  return { spec: list, mark: '' };
}

function compile<Row, View>(list: ListSpec<Row, View>, query: Record<string, string | string[]>): Ask {
  const { spec, mark } = wayOf(list, query);
  const filters: Record<string, Filter> = { ...filtersOf(spec), ...(spec.time === spec.order.column ? { to: before(spec.order) } : {}) };
  const values: unknown[] = [];
  const used: string[] = [];
  let limit = defaultLimit;
  let cursor: [string, string] | undefined;
  let text = `select ${spec.select}, ${spec.order.column}::text as "cursorKey", ${spec.order.id} as "cursorId" from ${spec.from} where ${spec.where ?? 'true'}`;
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    if (typeof value !== 'string' || value === '') throw malformedParameter(`${name} must be given once, with a value`, `?${name}`);
    if (name === 'limit') limit = limitOf(value);
    else if (name === 'cursor') cursor = cursorOf(spec.name, value);
    else if (Object.hasOwn(filters, name)) {
      values.push(filters[name]!.parse(value, name));
      text += ` and ${filters[name]!.condition.replaceAll('$', () => `$${values.length}`)}`;
      used.push(name);
    } else throw unknownParameter(`${name} is not a parameter of this list`, `?${name}`);
  }
  return { name: `${spec.name}${mark}:${used.join('.')}`, text, values, limit, cursor, order: spec.order };
}

function limitOf(value: string): number {
  const limit = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > maxLimit) throw malformedParameter(`limit must be between 1 and ${maxLimit}`, '?limit');
  return limit;
}

function cursorOf(list: string, text: string): [string, string] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badCursor(undefined, '?cursor');
  }
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== list || !parts.every((part) => typeof part === 'string' && part.length < 200 && !part.includes('\0'))
    || !/^[0-9a-f-]{36}$/.test(parts[2] as string)) throw badCursor(undefined, '?cursor');
  return [parts[1] as string, parts[2] as string];
}

/** The first representation in `Accept` that the list can make; JSON where nothing else is asked for. */
function representation(accept: string | undefined, hasPlaces: boolean): string {
  const known = ['application/json', 'text/csv', 'application/x-ndjson', ...(hasPlaces ? ['application/geo+json'] : [])];
  const wanted = (accept ?? '*/*').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
  for (const type of wanted) {
    if (type === '*/*' || type === 'application/*') return 'application/json';
    if (known.includes(type)) return type;
  }
  throw Object.assign(new Error('not acceptable'), { statusCode: 406 });
}

/** Documents a list's parameters and its page. */
export function ListOf(view: new () => object, spec: Asked): MethodDecorator {
  const filters = Object.entries(filtersOf(spec)).map(([name, { schema, description }]) => ApiQuery({ name, required: false, schema, description }));
  return applyDecorators(
    ApiExtraModels(view), ...filters,
    ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: maxLimit, default: defaultLimit } }),
    ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' }, description: 'nextCursor of the page before' }),
    ApiOkResponse({
      description: 'A page; or all rows of the filter as text/csv, application/x-ndjson and, where there are places, application/geo+json by Accept',
      content: { 'application/json': { schema: { type: 'object', required: ['items', 'nextCursor'], properties: {
        items: { type: 'array', items: { $ref: getSchemaPath(view) } }, nextCursor: { type: 'string', nullable: true },
      } } } },
    }));
}
