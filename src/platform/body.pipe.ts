import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { DomainError, invalidBody, malformedBody, unsupportedType, type Fault } from './errors.ts';
import { parseStrictly } from './json.ts';

/**
 * A body as it came: read late, by {@link BodyPipe}, so that who may not do a thing learns that (401, 403, 428) before
 * a word of the body is looked at.
 */
export class RawBody {
  constructor(readonly bytes: Buffer, readonly type: string, readonly request: FastifyRequest) {}
}

/** Reads a body into its command: strict JSON, known fields only, every fault listed with its pointer. */
@Injectable()
export class BodyPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (type !== 'body') return value;
    const raw = value instanceof RawBody ? value : undefined;
    if (raw && !/^application\/(merge-patch\+)?json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(raw.type)) throw unsupportedType();
    const parsed = raw && raw.bytes.length > 0 ? parseStrictly(raw.bytes) : undefined;
    if (parsed === undefined) throw malformedBody('A JSON body is needed');
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw malformedBody('The body must be an object');
    const command = plainToInstance(metatype as new () => object, parsed);
    const errors = await validate(command, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
    if (errors.length > 0) throw new DomainError(invalidBody.spec, invalidBody.spec.title, errors.flatMap((error) => faultsOf(error, '')));
    const reason = (parsed as { reason?: unknown }).reason;
    if (typeof reason === 'string' && raw?.request.actor) raw.request.actor.reason = reason;
    bodies.set(command, parsed);
    return command;
  }
}

const bodies = new WeakMap<object, object>();

/** The body a command was read from, exactly as sent: what the fingerprint of a create is taken of. */
export const sentBodyOf = (command: object): object => bodies.get(command) ?? command;

function faultsOf(error: ValidationError, path: string): Fault[] {
  const pointer = `${path}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    code: (error.contexts?.[rule] as { code?: string } | undefined)?.code ?? (rule === 'whitelistValidation' ? 'field.unknown' : 'field.invalid'),
    detail: detail.startsWith(error.property) ? detail : `${error.property} ${detail}`,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
