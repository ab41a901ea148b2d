// The page: what is said and done when.

import { renderAnswer, renderChoices, renderReply, retireChoices } from "./answer.js";
import { Failure, fetchState, giveConsent, goOn, rate, sendChange, sendMessage, sendWish, tellMood, withdrawConsent } from "./api.js";
import { cameraOffered } from "./camera.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { button, element } from "./elements.js";
import { FacesDialog } from "./faces.js";
import { LookDialog } from "./look.js";
import { setUpMenu } from "./menu.js";
import { setUpMood } from "./mood.js";
import { askToForget, showExport, showMoods } from "./own_data.js";
import { SettingsDialog } from "./settings.js";
import { learnWords, word } from "./words.js";

const GRACE_S = 5; // the server's own time limit speaks first

const conversation = new Conversation();
const composer = new Composer(send, (words) => conversation.say(word(words), "trouble"));

let state = null;
let colours = {};
let latestReply = null;
let consentMessage = null;
let openMood = () => {};
let commands = {};

async function start() {
  try {
    state = await fetchState();
  } catch (failure) {
    document.getElementById("no-start").hidden = false;
    if (failure.message) document.getElementById("no-start").textContent = failure.message;
    return;
  }
  learnWords(state);
  colours = Object.fromEntries(state.moods.map(({ mood, colour }) => [mood, colour]));
  composer.fileLimit = state.limits.file_bytes;
  openMood = setUpMood(state, (mood, words) => choose(words, (seconds) => tellMood(mood, seconds)));
  document.getElementById("open-mood").addEventListener("click", openMood);
  commands = setUpCommands();
  setUpMenu(commands);
  conversation.say(state.consented || state.standing ? word("welcome_back") : word("greeting"));
  setConsented(state.consented);
  if (state.standing) show(state.standing);
  else if (state.steps.choices.length) latestReply = conversation.say(word("still_there"), "", ...renderChoices(state.steps, step));
  if (!state.consented && !state.standing) conversation.showBeginning();
  document.body.dataset.ready = "true";
}

/** What the menu and words after a stroke do, by their names. */
function setUpCommands() {
  const look = new LookDialog(state, {
    onPhoto: (photo) => { composer.attach(photo); composer.focusSong(); },
    onRefused: refuseCamera,
    onRead: (read, song) => {
      if (song) composer.clear();
      choose([word("observed"), song].filter(Boolean).join(" "), read);
    },
    onFailure: complain,
    song: () => composer.song,
  });
  const camera = document.getElementById("open-camera");
  camera.hidden = !cameraOffered;
  camera.addEventListener("click", () => look.open());
  const settings = new SettingsDialog({
    onSaved: (words, otherLanguage) => { if (otherLanguage) location.reload(); else conversation.note(words); },
    onFailure: complain,
  });
  const faces = state.can.faces && cameraOffered ? new FacesDialog(state, refuseCamera, complain) : null;
  document.querySelector("[data-command=faces]").hidden = !faces;
  const trying = (work) => () => work().catch(complain);
  const words = (name, ...more) => () => conversation.say(word(name), "", ...more.map((make) => make()).filter(Boolean));
  return {
    help: words("help"),
    start: words("greeting"),
    moodmix: words("greeting"),
    privacy: words("privacy", withdrawOffer),
    mood: openMood,
    history: trying(() => showMoods(conversation, "history")),
    week: trying(() => showMoods(conversation, "week")),
    faces: () => (state.consented ? faces?.open() : conversation.say(word("consent_needed"), "trouble")),
    settings: () => settings.open(),
    export: trying(showExport),
    withdraw: trying(withdraw),
    forget: () => askToForget(startAfresh, complain),
  };
}

function setConsented(consented) {
  state.consented = consented;
  composer.consented = consented;
  document.querySelector("[data-command=withdraw]").hidden = !consented;
  consentMessage?.querySelector(".offers")?.remove();
  consentMessage = null;
  if (!consented) askForConsent();
}

function askForConsent() {
  const agree = button(word("consent_button"), async () => {
    agree.setAttribute("aria-disabled", "true");
    try {
      const thanks = await giveConsent();
      setConsented(true);
      conversation.say(thanks.text);
      composer.focus();
    } catch (failure) {
      agree.removeAttribute("aria-disabled");
      complain(failure);
    }
  }, { class: "agree" });
  const offers = element("div", { class: "offers" }, agree, button(word("mood_instead"), () => openMood()));
  consentMessage = conversation.say(word("consent_notice"), "notice", offers);
}

function withdrawOffer() {
  return state.consented ? element("div", { class: "offers" }, button(word("withdraw_button"), () => withdraw().catch(complain))) : null;
}

async function withdraw() {
  if (!state.consented) return;
  const done = await withdrawConsent();
  if (latestReply) retireChoices(latestReply);
  conversation.say(done.text);
  setConsented(false);
}

function startAfresh(words) {
  latestReply = null;
  conversation.clear();
  composer.clear();
  conversation.say(words);
  setConsented(false);
}

async function send(draft) {
  const [, command, rest] = draft.text.match(/^\/(\w+)(?:\s+(.+))?$/) ?? [];
  composer.clear();
  conversation.showMine(draft);
  if (command) return obey(command.toLowerCase(), rest);
  await ask((seconds) => sendMessage(draft, seconds), draft);
}

function obey(command, rest = "") {
  if (command === "mood" && rest) return ask((seconds) => tellMood({ words: rest }, seconds));
  if (!Object.hasOwn(commands, command)) return conversation.say(word("not_understood"), "trouble");
  return commands[command]();
}

/** Say something by pressing instead of writing. */
async function choose(words, request) {
  if (composer.busy) return;
  conversation.showMine({ text: words });
  await ask(request);
}

const step = ({ label, onward }) => choose(label, (seconds) => goOn(onward, seconds));

/** Wait for a reply and show it; a draft that may succeed later goes back into the composer. */
async function ask(request, draft = null) {
  composer.busy = true;
  const working = conversation.showWorking(word("working"));
  try {
    const reply = await request(state.limits.answer_s + GRACE_S);
    working.remove();
    show(reply);
  } catch (failure) {
    working.remove();
    complain(failure);
    if (draft && failure.passing) composer.restore(draft);
  } finally {
    composer.busy = false;
  }
}

function show(reply) {
  if (reply.kind === "mood_unknown") {
    conversation.say(reply.text, "trouble");
    openMood();
    return;
  }
  // whoever pressed a button there goes on from the new reply, not from the top of the page
  const pressed = latestReply?.contains(document.activeElement);
  if (latestReply) retireChoices(latestReply);
  latestReply = render(reply);
  if (pressed) latestReply.focus({ preventScroll: true });
}

function render(reply) {
  if (reply.kind === "noted") return conversation.say(reply.text);
  const acts = {
    onChoose: ({ label, change }) => choose(label, (seconds) => sendChange(change, seconds)),
    onStep: step,
    onPlane: () => openMood(),
    onRate: (position, verdict) => noteVerdict(reply.mix_id, position, verdict),
    onWish: ({ label, ask: wished }) => choose(label, (seconds) => sendWish(wished, seconds)),
  };
  if (reply.kind === "answer") return conversation.showWide(renderAnswer(reply, acts, colours));
  return conversation.show(renderReply(reply, acts, colours));
}

async function noteVerdict(mixId, position, verdict) {
  try {
    const noted = await rate(mixId, position, verdict);
    conversation.note(noted.text);
    return noted;
  } catch (failure) {
    complain(failure);
    return null;
  }
}

function refuseCamera() {
  conversation.say(word("camera_refused"), "trouble");
}

function complain(failure) {
  if (!(failure instanceof Failure)) throw failure;
  conversation.say(failure.message || word(failure.code), "trouble");
  if (failure.code === "consent_needed" && !consentMessage) setConsented(false);
}

start();
