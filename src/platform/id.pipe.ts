import { Injectable, type PipeTransform } from '@nestjs/common';
import { malformedParameter } from './errors.ts';
import { idPattern } from './ids.ts';

/** An id in a path, in lower case; what is not a UUID is refused before anything is asked of the database. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!idPattern.test(value)) throw malformedParameter('An id in the path is not a UUID');
    return value.toLowerCase();
  }
}
