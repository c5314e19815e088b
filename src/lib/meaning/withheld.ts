/**
 * Words by which telephone exchanges say that a caller shows no number, in the languages of Europe and a few more. Written
 * as people write them; accents and capitals make no difference.
 */
const shown = `
  anonim anonima anonimo anonyymi anoniem anonieme anonym anonyme anonymer anonymous anonymt
  blocked bloqueado bloqueada bloccato bloqué suppressed withheld restricted protected hidden private secret unknown unavailable
  undisclosed none null undefined
  afgeschermd afgeschermde geblokkeerd geblokkeerde geheim onbekend onbekende verborgen privé privénummer
  gesperrt privat unbekannt unbekannte unbekannter unterdrückt unterdrueckt unterdrückte unterdrueckte
  caché inconnu inconnue masqué masquée
  desconocido desconocida oculto oculta privado privada desconhecido desconhecida
  nascosto nascosta privato privata riservato sconosciuto sconosciuta
  hemligt dolt okänd okänt hemmeligt hemmelig skjult ukendt ukjent privatnummer
  tuntematon salainen yksityinen
  nieznany nieznana zastrzeżony prywatny ukryty neznámé neznámy skryté skrytý utajené súkromné soukromé
  ismeretlen rejtett titkos necunoscut ascuns непознат неизвестен неизвестный неизвестно неизвестный скрыт скрытый невідомий прихований
  nepoznat nepoznata skriven skriveno neznan tundmatu varjatud nežinomas paslėptas nezināms slēpts
  άγνωστος άγνωστο απόκρυψη gizli bilinmeyen מוסתר חסום مجهول خاص محجوب
  非通知 表示圏外 公衆電話 通知不可能 未知 隐藏 私人号码 未知号码 발신번호표시제한 알수없음`

/** What stands beside such a word: the number that is not shown, or who does not show it. */
const beside = `
  number caller id name user call line nummer nummerweergave telefoonnummer beller oproep rufnummer telefonnummer anrufer anruf
  numéro appel appelant correspondant llamada llamante chamada chiamata chiamante numer número
  nro číslo volající szám szam hívó număr numar apelant номер номера абонент broj številka telefoninumber numeris numurs numara arayan αριθμός κλήση`

/** No, and what may follow: no number, not available. */
const no =
  'no not non kein keine keinen geen niet pas sans sin sem não nessun nessuno ingen ei brak bez nincs'
const given = `available provided disclosed transmitted beschikbaar verfügbar verfuegbar übermittelt uebermittelt disponible disponibile
  identificado caller id`

/** ANONYMOUS, BLOCKED, RESTRICTED, UNAVAILABLE, UNKNOWN and PRIVATE, typed on the keys of a telephone. */
const onKeys = /^\+?(?:266696687|2562533|7378742833|86282452253|8656696|7748283)$/

const plain = (text: string): string =>
  text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i')

const wordsIn = (text: string): readonly string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const says = new Set(wordsIn(shown))
const stands = new Set(wordsIn(beside))
const denies = new Set(wordsIn(no))
const follows = new Set([...stands, ...wordsIn(given)])

/** Whether this is what telephone exchanges send of a caller who shows no number. */
export function isWithheld(written: string): boolean {
  if (/^[\s?.*_-]*$/.test(written) || onKeys.test(written) || /^n\s*[/.]\s*a\.?$/i.test(written)) return true
  const words = wordsIn(written)
  const are = (...kinds: readonly ReadonlySet<string>[]) =>
    words.every((word) => kinds.some((kind) => kind.has(word)))
  const hasOf = (kind: ReadonlySet<string>) => words.some((word) => kind.has(word))
  if (hasOf(says)) return are(says, stands, denies)
  return hasOf(denies) && hasOf(follows) && are(denies, follows)
}
