import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { PoolClient, QueryResultRow, Submittable } from 'pg';
import type { Statement } from './actor.ts';

/* What a trip needs of the driver's insides: the same calls its own queries make. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string }): void;
  bind(message: { portal: string; statement: string; values: unknown[]; valueMapper: (value: unknown) => unknown }): void;
  describe(message: { type: 'S' | 'P'; name: string }): void;
  execute(message: { portal: string }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
  prepared?: Map<string, Shape>;
}
interface Shape {
  addFields(fields: unknown[]): void;
  parseRow(values: unknown[]): QueryResultRow;
}

const driver = createRequire(__filename);
const Result = driver('pg/lib/result') as new (mode?: string, types?: unknown) => Shape;
const { prepareValue } = driver('pg/lib/utils') as { prepareValue: (value: unknown) => unknown };

export interface Answer {
  rows: QueryResultRow[];
  /** The command tag: `COMMIT`, `INSERT 0 1`. */
  tag: string;
}

/** PostgreSQL tells prepared statements apart by 63 bytes of their name; a longer name goes by its hash. */
const wireNames = new Map<string, string>();
function wireNameOf(name: string): string {
  let wire = wireNames.get(name);
  if (wire === undefined) {
    wire = Buffer.byteLength(name) < 64 ? name : `${name.slice(0, 20)}#${createHash('sha256').update(name).digest('base64url').slice(0, 30)}`;
    wireNames.set(name, wire);
  }
  return wire;
}

/**
 * Several prepared statements in one round trip: all are sent before the first answer is read, and one Sync closes them,
 * so that without a BEGIN they are one implicit transaction: all of them happened, or none. A statement is parsed and
 * described once a connection. This is the fast lane, and it also opens every ordinary transaction (BEGIN and context).
 */
class Trip implements Submittable {
  private readonly answers: Answer[] = [];
  private readonly fresh = new Set<number>();
  private rows: QueryResultRow[] = [];
  private wire: Wire;

  constructor(
    private readonly statements: readonly Statement[],
    private readonly resolve: (answers: Answer[]) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: unknown): null {
    this.wire = connection as Wire;
    const prepared = (this.wire.prepared ??= new Map());
    this.wire.stream.cork();
    try {
      this.statements.forEach(({ name: fullName, text, values }, index) => {
        const name = wireNameOf(fullName);
        if (!prepared.has(name)) {
          // A statement that failed half-way may be there already: closing one that is not is no error.
          this.wire.close({ type: 'S', name });
          this.wire.parse({ name, text });
          this.wire.describe({ type: 'S', name });
          prepared.set(name, new Result());
          this.fresh.add(index);
        }
        this.wire.bind({ portal: '', statement: name, values, valueMapper: prepareValue });
        this.wire.execute({ portal: '' });
      });
      this.wire.sync();
    } finally {
      this.wire.stream.uncork();
    }
    return null;
  }

  private get shape(): Shape {
    return this.wire.prepared!.get(wireNameOf(this.statements[this.answers.length]!.name))!;
  }

  handleRowDescription({ fields }: { fields: unknown[] }): void {
    this.shape.addFields(fields);
  }

  handleDataRow({ fields }: { fields: unknown[] }): void {
    this.rows.push(this.shape.parseRow(fields));
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.answers.push({ rows: this.rows, tag: text });
    this.rows = [];
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleError(error: Error): void {
    for (const index of this.fresh) this.wire?.prepared?.delete(wireNameOf(this.statements[index]!.name));
    this.reject(error);
  }

  handleReadyForQuery(): void {
    this.resolve(this.answers);
  }
}

/** Sends the statements in one round trip. Rejects with PostgreSQL's error, and then nothing of them has happened. */
export function send(client: PoolClient, statements: readonly Statement[]): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    client.query(new Trip(statements, resolve, reject));
  });
}
