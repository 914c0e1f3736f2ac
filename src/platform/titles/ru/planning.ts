export const planning: Record<string, string> = {
  'activity-plans.period-order': 'Период должен оканчиваться позже начала',
  'activity-plans.belongs-already': 'Операция уже включена в план',
  'activity-plans.ended-already': 'Операция уже исключена из плана',
  'activity-plans.operation-not-found': 'Такой операции нет или она вам недоступна',
  'activity-plans.half-amount': 'Сумме нужна валюта, а валюте — сумма',
  'plans.operation-over': 'Операция закрыта или отменена: планы к ней больше не составляют',
};
