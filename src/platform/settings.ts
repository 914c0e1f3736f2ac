import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsTimeZone, Matches, Max, MaxLength, Min, MinLength, validateSync } from 'class-validator';

const number = () => Transform(({ value }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value));
const flag = () => Transform(({ value }) => (value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : value));
const postgresUrl = /^postgres(ql)?:\/\/[^\s]+$/;

/** Every setting of the service, by the name of its environment variable. What is not here cannot be set. */
export class Settings {
  @Matches(postgresUrl, { message: 'DATABASE_URL must be postgres://login:password@host:port/database' })
  DATABASE_URL: string;

  @IsOptional() @Matches(postgresUrl, { message: 'MIGRATION_DATABASE_URL must be postgres://login:password@host:port/database' })
  MIGRATION_DATABASE_URL?: string;

  @IsString() @MaxLength(255)
  HOST = '127.0.0.1';

  @number() @IsInt() @Min(0) @Max(65535)
  PORT = 3000;

  /** The zone of bare dates, of the months of reports and of the year in a human number. */
  @IsTimeZone()
  TIME_ZONE = 'Asia/Bishkek';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
  LOG_LEVEL = 'info';

  /** Connections to PostgreSQL: about twice its cores is best; more wait in the service instead of in the database. */
  @number() @IsInt() @Min(2) @Max(500)
  DATABASE_POOL = 10;

  /** Requests a second that one account may make. */
  @number() @IsInt() @Min(1) @Max(100_000)
  RATE_LIMIT = 500;

  /** Largest JSON body, in bytes. Files do not travel as JSON. */
  @number() @IsInt() @Min(1024) @Max(16_777_216)
  BODY_LIMIT = 1_048_576;

  @number() @IsInt() @Min(60) @Max(3600)
  ACCESS_TOKEN_SECONDS = 600;

  @number() @IsInt() @Min(1) @Max(24)
  SESSION_HOURS = 12;

  @number() @IsInt() @Min(5) @Max(120)
  SESSION_IDLE_MINUTES = 30;

  /** Set by the launcher alone: the database is its own, on loopback, and may hold demonstration accounts. */
  @flag() @IsBoolean()
  TAMGA_EMBEDDED = false;

  @IsOptional() @IsString() @MinLength(8) @MaxLength(128)
  DEMO_PASSWORD?: string;

  static readonly names = [
    'DATABASE_URL', 'MIGRATION_DATABASE_URL', 'HOST', 'PORT', 'TIME_ZONE', 'LOG_LEVEL', 'DATABASE_POOL', 'RATE_LIMIT', 'BODY_LIMIT',
    'ACCESS_TOKEN_SECONDS', 'SESSION_HOURS', 'SESSION_IDLE_MINUTES', 'TAMGA_EMBEDDED', 'DEMO_PASSWORD',
  ] as const;

  /** Reads the environment; an empty variable counts as unset. Throws {@link BadSettings} naming every fault at once. */
  static from(environment: NodeJS.ProcessEnv): Settings {
    const given: Record<string, string> = {};
    for (const name of Settings.names) if (environment[name]) given[name] = environment[name];
    const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
    const faults = validateSync(settings).flatMap((fault) =>
      Object.values(fault.constraints ?? {}).map((text) => (text.startsWith(fault.property) ? text : `${fault.property}: ${text}`)),
    );
    if (settings.TAMGA_EMBEDDED && !['127.0.0.1', 'localhost', '::1'].includes(settings.HOST)) {
      faults.push('HOST: the demonstration runs on loopback only; set DATABASE_URL to serve a network');
    }
    if (faults.length > 0) throw new BadSettings(faults);
    return settings;
  }
}

export class BadSettings extends Error {
  constructor(readonly faults: string[]) {
    super(`settings refused:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}
