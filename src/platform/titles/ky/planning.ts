export const planning: Record<string, string> = {
  'activity-plans.period-order': 'Мезгил башталышынан кийин бүтүшү керек',
  'activity-plans.belongs-already': 'Операция планга мурда эле киргизилген',
  'activity-plans.ended-already': 'Операция пландан мурда эле чыгарылган',
  'activity-plans.operation-not-found': 'Мындай операция жок же ал сизге жеткиликсиз',
  'activity-plans.half-amount': 'Сумма валютасы менен, валюта суммасы менен көрсөтүлөт',
  'plans.operation-over': 'Операция жабылган же жокко чыгарылган: ага мындан ары план түзүлбөйт',
};
