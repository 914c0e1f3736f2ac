import { Injectable, type PipeTransform } from '@nestjs/common';
import { malformedParameter } from '../platform/errors.ts';
import { idPattern } from '../platform/ids.ts';

/** What a record of this module is called in a path: its id, or its code. */
@Injectable()
export class KeyPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (idPattern.test(value)) return value.toLowerCase();
    if (!/^[A-Z0-9][A-Z0-9-]{1,31}$/.test(value)) throw malformedParameter('The path names neither an id nor a code');
    return value;
  }
}

/** The column a key is looked up in. */
export const columnOf = (key: string): 'id' | 'code' => (idPattern.test(key) ? 'id' : 'code');
