import { oneTimePassword, weaknessOf } from '../src/access/passwords.ts';

describe('passwords', () => {
  it.each([
    ['short', 'elevenchars'], ['long', 'a1b2c3d4'.repeat(129)], ['the user name', 'xx-officer.osh-xx'], ['a part of the user name', 'my officer password'],
    ['few characters', 'aabbaabbaabbaabb'], ['a run', '123456789012'], ['a run backwards', 'mlkjihgfedcba'], ['a common one', 'Password1234!'], ['a common one in Russian', 'пароль123456'],
    ['a common one, full width', 'ｐａｓｓｗｏｒｄ１２３４'],
  ])('refuses %s', (_, password) => expect(weaknessOf(password, 'officer.osh')).toEqual(expect.any(String)));

  it.each(['seven quiet mountains at dawn', 'тихие горы над рекой', '"; drop table accounts; --', 'k7wqn-3fh2m-xz9ra-b4tcy', '🐎🐎🐎🐎🐎🐎🐎🐎🏔🌊🔥🌲'])(
    'accepts %s', (password) => expect(weaknessOf(password, 'officer.osh')).toBeNull());

  it('makes one-time passwords that are strong and never twice the same', () => {
    const made = Array.from({ length: 500 }, oneTimePassword);
    expect(new Set(made).size).toBe(500);
    for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
  });
});
