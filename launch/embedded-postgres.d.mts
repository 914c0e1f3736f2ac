export interface EmbeddedPostgres {
  host: string;
  port: number;
  pid: number;
  dataDir: string;
  password: string;
  superuserUrl(database?: string): string;
  secret(name: string): string;
  exited: Promise<string | undefined>;
  stop(options?: { patienceMs?: number }): Promise<void>;
}

export interface PostgresOptions {
  durable?: boolean;
  say?: (line: string) => void;
  extra?: Record<string, string | number>;
  signal?: AbortSignal;
}

export function startPostgres(options: PostgresOptions & { dataDir: string; lock?: { release(): void } }): Promise<EmbeddedPostgres>;
