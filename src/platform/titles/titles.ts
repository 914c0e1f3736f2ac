import type { Language } from '../languages.ts';
import { ky } from './ky.ts';
import { ru } from './ru.ts';

/** The title of a problem in the caller's language; what has none there keeps its English one. */
export function titleOf(code: string, english: string, language: Language): string {
  return (language === 'en' ? undefined : { ru, ky }[language][code]) ?? english;
}
