import { randomInt } from 'node:crypto';

export const shortestPassword = 12;
export const longestPassword = 1024;

/** What guessers try first, once digits, marks and capitals are taken off. Anything longer is caught by its few letters or its order. */
const common = new Set([
  'password', 'passwort', 'passw0rd', 'qwertyuiop', 'qwertyqwerty', 'qwertyasdfgh', 'asdfghjkl', 'letmein', 'letmeinplease', 'welcome', 'welcometo', 'administrator', 'admin',
  'changeme', 'changemenow', 'iloveyou', 'iloveyousomuch', 'trustno', 'correcthorsebatterystaple', 'thequickbrownfox', 'abcdefghijkl', 'abcdefghijklmnop', 'superman',
  'пароль', 'йцукенгшщзхъ', 'йцукен', 'сырсөз', 'narkotik', 'kyrgyzstan', 'bishkek', 'tamga',
]);

/** Why a password is too easy to guess; null where it is good. Length counts, composition does not (NIST SP 800-63B). */
export function weaknessOf(password: string, username: string): string | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...password].length < shortestPassword) return `A password has ${shortestPassword} characters or more`;
  if (password.length > longestPassword) return `A password has ${longestPassword} characters at most`;
  if (plain.includes(username) || username.split(/[._-]/).some((part) => part.length >= 5 && plain.includes(part))) return 'A password does not hold the user name';
  if (new Set(plain).size < 5) return 'A password has five different characters or more';
  if (isRun(plain)) return 'A password is more than neighbouring characters in a row';
  if (common.has(plain.replace(/[^\p{L}]/gu, '')) || common.has(plain)) return 'This password is among those that are tried first';
  return null;
}

/** `123456789012`, `abcdefghijkl`: each character is the next of the one before it. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).filter((letter, index) => Math.abs(letter.codePointAt(0)! - [...text][index]!.codePointAt(0)!) === 1);
  return steps.length >= [...text].length - 3;
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twenty random characters in groups, none to be mistaken for another: good once, and told once. */
export function oneTimePassword(): string {
  const letters = Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]!);
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-');
}
