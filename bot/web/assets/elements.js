// Builds elements. Text only ever goes in as text.

import { word } from "./words.js";

/** An element with attributes ("class", "aria-…"; true and false for flags) and children. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/** A button that does something; quiet ones stand back. */
export function button(label, onPress, attributes = {}) {
  const node = element("button", { type: "button", class: "quiet", ...attributes }, label);
  node.addEventListener("click", onPress);
  return node;
}

/** One of the drawings in the page's sprite; decoration, so hidden from screen readers. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

/** Words for screen readers only. */
export function hidden(text) {
  return element("span", { class: "visually-hidden" }, text);
}

/** A dot in the colour of a mood. */
export function dot(colour) {
  const mark = element("span", { class: "dot", "aria-hidden": "true" });
  mark.style.setProperty("--mood", colour);
  return mark;
}

const THUMBS = { "👍": ["up", "thumb_up"], "👎": ["down", "thumb_down"] };

/** Paragraphs of a text. */
export function paragraphs(text) {
  return text.split("\n\n").map((part) => element("p", {}, ...withThumbs(part)));
}

/** A text whose thumbs are drawn, for machines without such characters. */
export function withThumbs(text) {
  return text.split(/(👍|👎)/u).flatMap((piece) => {
    if (!(piece in THUMBS)) return [piece];
    const [name, spoken] = THUMBS[piece];
    return [icon(name), hidden(word(spoken))];
  });
}

/** A picture with its description, which can also be read, and stands alone where it fails. */
export function picture({ url, alt }) {
  const shown = element("img", { class: "picture", alt, src: url });
  const inWords = element("details", {}, element("summary", {}, word("in_words")), element("p", {}, alt));
  shown.addEventListener("error", () => {
    shown.remove();
    inWords.open = true;
  });
  return element("figure", {}, shown, inWords);
}

/** A picture of a chosen photo or video, or its name where the browser cannot show it. */
export function thumbnail(attachment, describe = "") {
  const video = attachment.file.type.startsWith("video/");
  const shown = video
    ? element("video", { class: "thumbnail", muted: true, playsinline: true, preload: "metadata" })
    : element("img", { class: "thumbnail", alt: describe });
  if (video && describe) shown.setAttribute("aria-label", describe);
  shown.addEventListener("error", () => {
    shown.replaceWith(fileName(attachment.file.name, video ? "video" : "photo"));
  });
  shown.src = video ? `${attachment.url}#t=0.1` : attachment.url;
  return shown;
}

/** A file by its name. */
export function fileName(name, kind) {
  return element("span", { class: "file" }, icon(kind), element("span", { class: "name" }, name));
}
