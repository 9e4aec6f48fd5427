/** How the letters of a text are kept. `tcvn3` (ABC, .VnTime) and `vni` are of the time before Unicode. */
export type LetterCode = 'unicode' | 'tcvn3' | 'vni'

const TCVN3 = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦'
const UNICODE = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'
const FROM_TCVN3 = new Map([...TCVN3].map((letter, at) => [letter, [...UNICODE][at]!]))

/** Letters that only Vietnamese in Unicode has: â ê ô é … are also signs of the old codes. */
const ONLY_UNICODE = /[ăằắẳẵặầấẩẫậđẻẽẹềếểễệỉĩịỏọồốổỗộơờớởỡợủũụưừứửữựỳỷỹỵảạẢẠĐƠƯ]/g
/** Signs that stand for Vietnamese letters in TCVN3 and are no letters of any Vietnamese word. */
const SIGNS_OF_TCVN3 = /(?<=\p{L})[µ¸¶·¹¨»¾¼½©®ª«¬\u00AD]|[µ¸¶·¹¨»¾¼½®©ª«¬](?=\p{L})|\b[§£¥¤]/gu
/** VNI writes the tone as a letter of its own behind the vowel: “Nguyeãn Vaên”, ñ for đ. */
const SIGNS_OF_VNI = /(?:[aeouyAEOUY][øùûõïäàáåãèéêëÏØÙÛÕ])|[öô][øùûõï]|ñ[aeioöôuùy]|\bÑ[aeioöôuùy]/g

/** In which code a sheet is written, judged by all its words together. */
export function recogniseLetters(texts: Iterable<string>): LetterCode {
  let [unicode, tcvn3, vni] = [0, 0, 0]
  for (const text of texts) {
    unicode += text.match(ONLY_UNICODE)?.length ?? 0
    tcvn3 += text.match(SIGNS_OF_TCVN3)?.length ?? 0
    vni += text.match(SIGNS_OF_VNI)?.length ?? 0
  }
  if (unicode > Math.max(tcvn3, vni) || tcvn3 + vni < 3) return 'unicode'
  return vni > tcvn3 ? 'vni' : 'tcvn3'
}

/** TCVN3 as Unicode: sign for sign, nothing is guessed. What is no sign of it stays. Capitals of .VnTimeH stay small. */
export function fromTcvn3(text: string): string {
  return [...text].map((letter) => FROM_TCVN3.get(letter) ?? letter).join('')
}
