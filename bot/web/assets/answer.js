// An answer: the explanation, the card, five tracks with links and verdicts, and the intents.

import { element, fileName, icon } from "./elements.js";

/**
 * answer: as the server sends it. onRate(position, verdict or null) resolves to what was noted, or
 * null; onChoose(choice) and onWish(wish) ask for the same again with another mood, intent or wish.
 */
export function renderAnswer(answer, { onRate, onChoose, onWish }) {
  return element(
    "div",
    { class: "answer" },
    element("div", { class: "explanation" }, ...answer.paragraphs.map((text) => element("p", {}, text)), ...renderChoices(answer.moods, onChoose)),
    renderCard(answer.card),
    element("ol", { class: "tracks" }, ...answer.tracks.map((track, place) => renderTrack(track, onRate, onWish, place ? null : answer.sample))),
    ...renderChoices(answer.intents, onChoose),
    renderWish(answer.wish, onWish),
  );
}

/** A row of buttons, or nothing where there is nothing to choose. */
export function renderChoices({ question, choices }, onChoose) {
  if (!choices.length) return [];
  const buttons = choices.map((choice) => {
    const button = element("button", { type: "button", class: "quiet", "aria-pressed": String(choice.stands) }, choice.label);
    button.addEventListener("click", () => { if (!choice.stands) onChoose(choice); });
    return button;
  });
  return [element("div", { class: "offers", role: "group", "aria-label": question }, ...buttons)];
}

/** A place for one wish to press, empty where nothing is offered. */
function renderWish(wish, onWish) {
  const place = element("div", { class: "wish" });
  if (wish) {
    const button = element("button", { type: "button", class: "quiet" }, wish.label);
    button.addEventListener("click", () => onWish(wish));
    place.append(element("div", { class: "offers" }, button));
  }
  return place;
}

/** The reply is no longer the latest: nothing about it can be changed any more. */
export function retireChoices(message) {
  for (const offers of message.querySelectorAll(".offers")) offers.remove();
}

function renderCard({ url, alt }) {
  const picture = element("img", { alt, width: "1080", height: "1350", src: url });
  const link = element("a", { class: "card", href: url, target: "_blank", rel: "noopener" }, picture);
  picture.addEventListener("error", () => {
    const words = element("p", { class: "card failed" }, alt);
    link.replaceWith(words);
  });
  return link;
}

function renderTrack(track, onRate, onWish, sample) {
  let offer = renderWish(null, onWish);
  const rate = async (position, verdict) => {
    const noted = await onRate(position, verdict);
    if (noted && offer.isConnected) {
      const next = renderWish(noted.wish, onWish);
      offer.replaceWith(next);
      offer = next;
    }
    return noted !== null;
  };
  const links = track.links.map(({ name, url }) =>
    element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, name, hidden(`: ${track.title} (new tab)`)),
  );
  return element(
    "li",
    { class: "track" },
    element("span", { class: "number", "aria-hidden": "true" }, String(track.position)),
    element(
      "div",
      {},
      element("h2", {}, track.title),
      element("p", { class: "artist" }, track.artist),
      element("p", { class: "reason" }, track.reason),
      ...renderFile(track),
      ...renderSample(track, sample),
      element("div", { class: "track-end" }, element("p", { class: "links" }, ...links), renderVerdicts(track, rate)),
      offer,
    ),
  );
}

/** A track of the person's own library: its file, to be played here. */
function renderFile({ file, title }) {
  if (!file) return [];
  const player = element("audio", { controls: true, preload: "none", src: file.url, "aria-label": title });
  return [element("p", {}, fileName(file.name, "audio")), player];
}

/** How the first track sounds, where a music service offers that; gone where it does not. */
function renderSample({ file, title }, sample) {
  if (file || !sample) return [];
  const player = element("audio", { controls: true, preload: "metadata", src: sample, "aria-label": title });
  player.addEventListener("error", () => player.remove());
  return [player];
}

function renderVerdicts(track, onRate) {
  const up = verdictButton("up", `I like ${track.title}`);
  const down = verdictButton("down", `${track.title} is not for me`);
  let asking = false;
  const rate = async (pressed, verdict) => {
    if (asking) return;
    asking = true;
    const taken = pressed.getAttribute("aria-pressed") === "true";
    if (await onRate(track.position, taken ? null : verdict)) {
      up.setAttribute("aria-pressed", String(pressed === up && !taken));
      down.setAttribute("aria-pressed", String(pressed === down && !taken));
    }
    asking = false;
  };
  up.addEventListener("click", () => rate(up, "up"));
  down.addEventListener("click", () => rate(down, "down"));
  return element("div", { class: "verdicts" }, up, down);
}

function verdictButton(verdict, label) {
  const attributes = { type: "button", class: `quiet ${verdict}`, title: label, "aria-label": label, "aria-pressed": "false" };
  return element("button", attributes, icon(verdict));
}

function hidden(text) {
  return element("span", { class: "visually-hidden" }, text);
}
