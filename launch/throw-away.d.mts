import type { EmbeddedPostgres, PostgresOptions } from './embedded-postgres.mjs';

export function startThrowAway(options?: PostgresOptions): Promise<EmbeddedPostgres>;
