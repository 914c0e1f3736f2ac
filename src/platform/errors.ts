/** What can be wrong, without a word about HTTP: the edge (`problem.filter.ts`) says which status each kind is. */
export type ErrorKind = 'malformed' | 'unsupported' | 'unversioned' | 'invalid' | 'unauthenticated' | 'forbidden' | 'absent' | 'conflict' | 'stale' | 'refused' | 'unavailable';

/** One fault of a body: where it stands (a JSON pointer) and what it is. */
export interface Fault {
  pointer: string;
  code: string;
  detail: string;
}

/** A stable code with its meaning: `define('seizures.after-closing', 'refused', '…')` makes the function that raises it. */
export interface ErrorSpec {
  code: string;
  kind: ErrorKind;
  title: string;
  pointer?: string;
}

export class DomainError extends Error {
  constructor(
    readonly spec: ErrorSpec,
    readonly detail: string = spec.title,
    readonly faults: Fault[] = spec.pointer === undefined ? [] : [{ pointer: spec.pointer, code: spec.code, detail }],
  ) {
    super(`${spec.code}: ${detail}`);
  }
}

const known = new Map<string, ErrorSpec>();

/** Declares an error; its code is unique in the product. Call the result to make one: `throw tooLate('…')`. */
export function define(code: string, kind: ErrorKind, title: string, pointer?: string) {
  if (known.has(code)) throw new Error(`error code ${code} is declared twice`);
  const spec: ErrorSpec = { code, kind, title, pointer };
  known.set(code, spec);
  return Object.assign((detail?: string, at: string | undefined = pointer) =>
    new DomainError(spec, detail, at === undefined ? undefined : [{ pointer: at, code, detail: detail ?? title }]), { spec });
}

export const declaredErrors = (): ErrorSpec[] => [...known.values()];
export const declaredError = (code: string): ErrorSpec | undefined => known.get(code);

const meanings = new Map<string, ErrorSpec>();

/** Says what breaking a named database constraint means: the second wall speaks in the same words as the first. */
export function constraintMeans(constraint: string, error: { spec: ErrorSpec }): void {
  meanings.set(constraint, error.spec);
}

export const meaningOf = (constraint: string | undefined): ErrorSpec | undefined => (constraint ? meanings.get(constraint) : undefined);

export const malformedBody = define('body.malformed', 'malformed', 'The body is not well-formed JSON');
export const invalidBody = define('body.invalid', 'invalid', 'The body has faults');
export const unsupportedType = define('body.unsupported-type', 'unsupported', 'The body must be application/json');
export const malformedParameter = define('parameter.malformed', 'malformed', 'A parameter is not well-formed');
export const unknownParameter = define('parameter.unknown', 'malformed', 'A parameter is not known here');
export const badCursor = define('cursor.malformed', 'malformed', 'The cursor was not made by this list');
export const unauthenticated = define('session.missing', 'unauthenticated', 'A valid session is needed');
export const forbidden = define('access.forbidden', 'forbidden', 'Your role may not do this');
export const roleNotHeld = define('access.role-not-held', 'forbidden', 'You do not hold the role that Tamga-Role names');
export const notFound = define('record.not-found', 'absent', 'There is no such record for you');
export const idTaken = define('id.taken', 'conflict', 'This id is taken', '/id');
export const alreadyExists = define('record.exists', 'conflict', 'Such a record exists already');
export const stale = define('version.stale', 'stale', 'The record has changed since you read it');
export const versionNeeded = define('version.needed', 'unversioned', 'Send If-Match with the ETag you read');
export const unavailable = define('service.unavailable', 'unavailable', 'The service cannot answer now; try again');
export const reasonNeeded = define('reason.needed', 'invalid', 'A reason is needed', '/reason');
export const moveRefused = define('lifecycle.refused', 'refused', 'This move is not open from the present state', '/to');
export const unknownCode = define('code.unknown', 'invalid', 'This code is not known');

constraintMeans('scope.no-parent', notFound);
constraintMeans('lifecycle.refused', moveRefused);

/** Gathers every fault of a body before one refusal names them all. */
export class Faults {
  private readonly found: Fault[] = [];

  add(error: DomainError, pointer: string): void {
    this.found.push({ pointer, code: error.spec.code, detail: error.detail });
  }

  /** The value that `find` gives; where it gives nothing, the fault `code.unknown` at the pointer. */
  known<T>(pointer: string, code: string | null | undefined, find: (code: string) => T | undefined): T | null {
    if (code === null || code === undefined) return null;
    const value = find(code);
    if (value === undefined) this.add(unknownCode(`${code} is not known`), pointer);
    return value ?? null;
  }

  throwIfAny(): void {
    if (this.found.length > 0) throw new DomainError(invalidBody.spec, this.found[0]!.detail, this.found);
  }
}
