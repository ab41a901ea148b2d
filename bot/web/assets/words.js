// What the page says: words of the server, with values of the page's own put in.

let words = {};
let language = "en";

export function learnWords(state) {
  words = state.words;
  language = state.language;
}

/** The words of this name; values take the places of their names in braces. */
export function word(name, values = {}) {
  if (!(name in words)) throw new Error(`no words for ${name}`);
  return words[name].replace(/\{(\w+)\}/g, (place, value) => (value in values ? values[value] : place));
}

/** A number the way the language writes it. */
export function number(value, digits = 0) {
  return value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
