import { applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** What every view of one record has. */
export interface Versioned {
  id: string;
  version: number;
}

/** A create's outcome: `isNew` is false where the same body had come before under the same id. */
export interface Made<View> {
  view: View;
  isNew: boolean;
}

export const etagOf = (version: number): string => `"${version}"`;

/** Answers a create: 201 and where the record stands, or 200 where it was there already. */
export function made<View extends Versioned>(reply: FastifyReply, { view, isNew }: Made<View>, path: string): View {
  void reply.status(isNew ? 201 : 200).header('Location', `/api/v1/${path}/${view.id}`).header('ETag', etagOf(view.version));
  return view;
}

/** Answers with one record and its ETag; 304 where the caller has it already. */
export function shown<View extends Versioned>(reply: FastifyReply, view: View): View | undefined {
  void reply.header('ETag', etagOf(view.version));
  if (reply.request.headers['if-none-match'] === etagOf(view.version) && reply.request.method === 'GET') {
    void reply.status(304);
    return undefined;
  }
  return view;
}

const etag = { ETag: { description: 'The version, for If-Match', schema: { type: 'string', example: '"1"' } } };

export const Makes = (type: new () => object) => applyDecorators(
  ApiCreatedResponse({ type, description: 'Made', headers: { ...etag, Location: { description: 'Where it stands', schema: { type: 'string' } } } }),
  ApiOkResponse({ type, description: 'The same body came before under this id: the record as it is now', headers: etag }));

export const Shows = (type: new () => object) => ApiOkResponse({ type, headers: etag });
