export const reports: Record<string, string> = {
  'reported-figures.says-nothing': 'В показателе указывают количество, стоимость или то и другое',
  'reported-figures.half-quantity': 'Количеству нужна единица измерения, а единице — количество',
  'reported-figures.withdrawn': 'Показатель отозван; внесите его заново',
  'reports.period-reversed': 'Период должен оканчиваться позже начала',
};
