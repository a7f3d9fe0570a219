/**
 * What people choose when they are asked for eight characters. Attackers try these first, with digits behind, letters
 * swapped for signs and words twice, so passwords are compared without such dressing.
 */
const WORDS = `
password passwort passwd motdepasse contrasena senha parola haslo wachtwoord salasana geheim secret letmein letmeinnow
welcome willkommen bienvenue admin administrator root guest login user username master superuser default changeme
changeit temporary testing tester test demo example sample iloveyou iloveu iloveme loveyou lovely lover love mylove
princess prince queen sunshine moonlight rainbow butterfly flower sweetheart angel angels babygirl babyboy baby honey
chocolate cookie cookies cupcake banana strawberry orange cherry pepper ginger peanut cheese computer internet
samsung iphone android google facebook youtube microsoft windows apple nintendo playstation xbox pokemon pikachu naruto
minecraft fortnite roblox starwars startrek skywalker spiderman batman superman ironman avengers football baseball
basketball hockey soccer tennis golf cricket volleyball liverpool arsenal chelsea barcelona realmadrid juventus
manchester lakers cowboys yankees steelers eagles patriots redsox ferrari porsche mercedes corvette mustang camaro harley
yamaha honda toyota michael jennifer jordan jessica michelle ashley nicole daniel andrew joshua matthew anthony robert
thomas charlie george william alexander alexandra christian christopher benjamin samantha elizabeth stephanie victoria
natasha vanessa amanda hannah maggie buster tigger bailey shadow hunter killer dragon monkey tiger lion panther
elephant dolphin panda puppy kitten kitty doggy trustno whatever nothing freedom forever blessed jesus jesuschrist
godisgood heaven summer winter spring autumn january february march april june july august september october november
december monday tuesday wednesday thursday friday saturday sunday company business office server database network
security access enter hello helloworld goodbye mother father family friends friend brother sister mustafa mohamed
muhammad qwertz azerty qwerty qwertyui qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc zaqwsx wsxedc
oneqaz qweasd qweasdzxc asdzxc poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcde abcdef abcdefg abcdefgh alphabet
correcthorsebatterystaple unknown biteme cheer fuckyou fuckoff bitch asshole pussy money dollar million rich
cash gangster player playboy hiphop music guitar metallica slipknot eminem nirvana blink rockstar rocknroll
dance dancer disney mickey mickeymouse donald snoopy garfield scooby simpsons matrix gandalf hobbit potter
harrypotter hogwarts voldemort silver golden diamond purple yellow green black white blue red
`;
const COMMON: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'zaq12wsxcde34rfvbgt56yhn',
];
const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
};

const reversed = (text: string): string => [...text].reverse().join('');

/** Digits, or keys that lie in a row, forwards, backwards or repeated. */
function isRun(text: string): boolean {
  return RUNS.some((run) => run.includes(text) || reversed(run).includes(text));
}

/** The shortest part that makes up the whole by repetition: `abab` -> `ab`. */
function unrepeated(text: string): string {
  const period = (text + text).indexOf(text, 1);
  return text.slice(0, period);
}

function isWord(text: string): boolean {
  return text.length === 0 || COMMON.has(text) || isRun(text) || COMMON.has(reversed(text));
}

/** Both readings of a password: signs as letters, and signs left out at both ends. */
function readings(password: string): string[] {
  const plain = password.toLowerCase().replace(/[\s_.-]+/g, '');
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const swapped = [...plain].map((sign) => SIGNS[sign] ?? sign).join('');
  const bareSwapped = [...bare].map((sign) => SIGNS[sign] ?? sign).join('');
  return [plain, bare, swapped, bareSwapped, swapped.replace(/[^\p{L}]+$/u, '')].map(unrepeated);
}

/** Whether a password is among the first an attacker tries, or holds little but what the account says openly. */
export function isCommonPassword(password: string, open: readonly string[] = []): boolean {
  const found = readings(password);
  if (found.some(isWord)) return true;
  const named = open
    .flatMap((text) => [text, ...text.split(/[^\p{L}\d]+/u)])
    .map((text) => text.toLowerCase().replace(/[\s_.-]+/g, ''));
  return found.some((reading) => named.some((name) => name.length >= 3 && reading === name));
}
