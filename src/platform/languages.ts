/** The languages of the service, the first being the one used where a caller asks for none of them. */
export const languages = ['en', 'ru', 'ky'] as const;
export type Language = (typeof languages)[number];

export interface InLanguages {
  en: string;
  ru: string | null;
  ky: string | null;
}

/** The best of the languages that `Accept-Language` names (RFC 9110 §12.5.4), by weight and then order. */
export function languageOf(header: string | undefined): Language {
  if (!header) return 'en';
  const wanted = header.slice(0, 200).split(',').map((part, order) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((each) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/.exec(each)?.[1]).find((each) => each !== undefined);
    return { tag: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), order };
  });
  wanted.sort((a, b) => b.weight - a.weight || a.order - b.order);
  return languages.find((language) => language === wanted.find(({ tag, weight }) => weight > 0 && languages.includes(tag as Language))?.tag) ?? 'en';
}
