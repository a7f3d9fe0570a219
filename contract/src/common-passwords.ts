import { readings } from './password-rules.js';

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
const reversed = (text: string): string => [...text].reverse().join('');

/** Digits, or keys that lie in a row, forwards or backwards. */
export function isRun(text: string): boolean {
  return RUNS.some((run) => run.includes(text) || reversed(run).includes(text));
}

/** What attackers try first, as it stands. */
export function isWord(text: string): boolean {
  return text.length === 0 || COMMON.has(text) || isRun(text) || COMMON.has(reversed(text));
}

/** Whether a password is among the first an attacker tries. */
export function isCommonPassword(password: string): boolean {
  return readings(password).some(isWord);
}
