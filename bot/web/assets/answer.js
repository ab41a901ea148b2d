// A reply: what it says, its pictures, five tracks with links and verdicts, and what can be chosen.

import { button, dot, element, fileName, icon, paragraphs, picture } from "./elements.js";
import { number, word } from "./words.js";

/**
 * What belongs into the message of a reply that is no list. acts: onChoose(choice), onStep(choice),
 * and onPlane(), which opens the plane of moods; colours: of the moods.
 */
export function renderReply(reply, acts, colours) {
  const { course, timeline } = reply;
  const offers = named(reply.offers);
  const plane = offers.moods.choices.length ? [button(word("mood_open"), acts.onPlane)] : [];
  return [
    ...paragraphs(reply.text),
    ...(course ? [picture(course)] : []),
    ...(timeline ? [renderTimeline(timeline)] : []),
    ...renderChoices(offers.songs, acts.onChoose),
    ...renderChoices(offers.guesses, acts.onChoose, colours),
    ...renderChoices(offers.moods, acts.onChoose, colours, plane),
    ...renderChoices(offers.whose, acts.onChoose),
    ...renderCorrection(offers.correction, acts.onChoose, colours),
    ...renderChoices(offers.song_ways, acts.onChoose),
    ...renderChoices(offers.steps, acts.onStep),
  ];
}

/**
 * A list. acts: as above, and onRate(position, verdict or null), which resolves to what was noted
 * or null, and onWish(wish).
 */
export function renderAnswer(answer, acts, colours) {
  const offers = named(answer.offers);
  return element(
    "div",
    { class: "answer" },
    ...renderMoved(answer),
    element(
      "div",
      { class: "explanation" },
      ...answer.paragraphs.map((text) => element("p", {}, text)),
      ...renderChoices(offers.guesses, acts.onChoose, colours),
      ...renderChoices(offers.whose, acts.onChoose),
      ...renderCorrection(offers.correction, acts.onChoose, colours),
    ),
    renderCard(answer.card),
    element("ol", { class: "tracks" }, ...answer.tracks.map((track, place) => renderTrack(track, acts, place ? null : answer.sample))),
    ...(answer.timeline ? [renderTimeline(answer.timeline)] : []),
    ...(answer.after ? [element("p", { class: "aside" }, answer.after)] : []),
    ...renderChoices(offers.intents, acts.onChoose),
    ...renderChoices(offers.steps, acts.onStep),
    renderWish(answer.wish, acts.onWish),
  );
}

/** Groups of choices that know their names. */
const named = (offers) => Object.fromEntries(Object.entries(offers).map(([name, group]) => [name, group && { ...group, name }]));

/** A row of buttons, or nothing where there is nothing to choose. */
export function renderChoices({ name = "", question, choices }, onChoose, colours = {}, more = []) {
  if (!choices.length) return [];
  const buttons = choices.map((choice) => {
    const press = () => { if (!choice.stands) onChoose(choice); };
    const pressed = "stands" in choice ? { "aria-pressed": String(choice.stands) } : {};
    const node = button(choice.label, press, pressed);
    const colour = colours[choice.change?.mood];
    if (colour) node.prepend(dot(colour));
    return node;
  });
  return [element("div", { class: `offers ${name}`.trim(), role: "group", "aria-label": question }, ...buttons, ...more)];
}

/** A button that brings up all moods, because the one that was read is not it. */
function renderCorrection(correction, onChoose, colours) {
  if (!correction) return [];
  const moods = renderChoices(correction.moods, onChoose, colours)[0];
  moods.hidden = true;
  const opener = button(correction.label, () => {
    moods.hidden = !moods.hidden;
    opener.setAttribute("aria-expanded", String(!moods.hidden));
    if (!moods.hidden) moods.querySelector("button").focus();
  }, { "aria-expanded": "false" });
  return [element("div", { class: `offers ${correction.name}` }, opener), moods];
}

/** A place for one wish to press, empty where nothing is offered. */
function renderWish(wish, onWish) {
  const place = element("div", { class: "wish" });
  if (wish) place.append(element("div", { class: "offers" }, button(wish.label, () => onWish(wish))));
  return place;
}

/** The reply is no longer the latest: nothing about it can be changed any more. */
export function retireChoices(message) {
  for (const offers of message.querySelectorAll(".offers")) offers.remove();
}

function renderMoved({ before, course }) {
  if (!before) return [];
  return [element("div", { class: "moved" }, element("p", {}, before), ...(course ? [picture(course)] : []))];
}

function renderTimeline(timeline) {
  return element("details", { class: "timeline" }, element("summary", {}, word("timeline_open")), picture(timeline));
}

function renderCard({ url, alt }) {
  const shown = element("img", { alt, width: "1080", height: "1350", src: url });
  const link = element("a", { class: "card", href: url, target: "_blank", rel: "noopener" }, shown);
  shown.addEventListener("error", () => {
    link.replaceWith(element("p", { class: "card failed" }, alt));
  });
  return element("div", { class: "card-place" }, link);
}

function renderTrack(track, acts, sample) {
  let offer = renderWish(null, acts.onWish);
  const rate = async (position, verdict) => {
    const noted = await acts.onRate(position, verdict);
    if (noted && offer.isConnected) {
      const next = renderWish(noted.wish, acts.onWish);
      offer.replaceWith(next);
      offer = next;
    }
    return noted !== null;
  };
  const links = track.links.map(({ name, url }) => element(
    "a",
    { href: url, target: "_blank", rel: "noopener noreferrer", "aria-label": word("new_tab", { service: name, title: track.title }) },
    name,
  ));
  return element(
    "li",
    { class: "track" },
    element("span", { class: "number", "aria-hidden": "true" }, number(track.position)),
    element(
      "div",
      {},
      element("h2", {}, element("bdi", {}, track.title)),
      element("p", { class: "artist" }, element("bdi", {}, track.artist)),
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
  const up = verdictButton("up", word("like", { title: track.title }), track.verdict);
  const down = verdictButton("down", word("not_for_me", { title: track.title }), track.verdict);
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

function verdictButton(verdict, label, given) {
  const attributes = { type: "button", class: `quiet ${verdict}`, title: label, "aria-label": label, "aria-pressed": String(given === verdict) };
  return element("button", attributes, icon(verdict));
}
