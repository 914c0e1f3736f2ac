export const reports: Record<string, string> = {
  'reported-figures.says-nothing': 'Көрсөткүчтө саны, наркы же экөө тең көрсөтүлөт',
  'reported-figures.half-quantity': 'Сан өлчөм бирдиги менен, өлчөм бирдиги саны менен көрсөтүлөт',
  'reported-figures.withdrawn': 'Көрсөткүч кайтарылып алынган; аны кайра киргизиңиз',
  'reports.period-reversed': 'Мезгил башталышынан кийин бүтүшү керек',
};
