// Builds elements. Text only ever goes in as text.

/** An element with attributes ("class", "aria-…"; true and false for flags) and children. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
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

const THUMBS = { "👍": ["up", "thumbs up"], "👎": ["down", "thumbs down"] };

/** Paragraphs of a text; thumbs are drawn, for machines without such characters. */
export function paragraphs(text) {
  return text.split("\n\n").map((part) => element("p", {}, ...part.split(/(👍|👎)/u).flatMap((piece) => {
    if (!(piece in THUMBS)) return [piece];
    const [name, spoken] = THUMBS[piece];
    return [icon(name), element("span", { class: "visually-hidden" }, spoken)];
  })));
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
