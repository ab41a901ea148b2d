// The page: what is said and done when.

import { renderAnswer, renderChoices, retireChoices } from "./answer.js";
import { Failure, fetchState, forget, giveConsent, rate, sendChange, sendMessage, sendWish } from "./api.js";
import { cameraOffered, openCamera } from "./camera.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { element } from "./elements.js";
import { setUpMenu } from "./menu.js";

const GRACE_S = 5; // the server's own time limit speaks first

const conversation = new Conversation();
const composer = new Composer(send, (words) => conversation.say(state.words[words], "trouble"));

let state = null;
let latestReply = null;
let consentMessage = null;

async function start() {
  try {
    state = await fetchState();
  } catch (failure) {
    conversation.say(failure.message || "moodmix cannot be reached. Please reload the page.", "trouble");
    return;
  }
  composer.fileLimit = state.limits.file_bytes;
  conversation.say(state.consented ? state.words.welcome_back : state.words.greeting);
  setConsented(state.consented);
  setUpMenu({ help: () => conversation.say(state.words.help), privacy: () => conversation.say(state.words.privacy), forget: askToForget });
  setUpCamera();
  document.body.dataset.ready = "true";
}

function setConsented(consented) {
  composer.consented = consented;
  consentMessage?.querySelector("button")?.remove();
  consentMessage = null;
  if (!consented) askForConsent();
}

function askForConsent() {
  const agree = element("button", { type: "button" }, state.words.consent_button);
  consentMessage = conversation.say(state.words.consent_notice, "notice", agree);
  agree.addEventListener("click", async () => {
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
  });
}

async function send(draft) {
  const command = draft.text.match(/^\/(help|start|moodmix|privacy|forget)$/i)?.[1].toLowerCase();
  composer.clear();
  conversation.showMine(draft);
  if (command === "forget") return askToForget();
  if (command) return conversation.say(state.words[{ privacy: "privacy", help: "help" }[command] ?? "greeting"]);
  await ask(() => sendMessage(draft, answerSeconds()), draft);
}

async function choose({ label, change }) {
  if (composer.busy) return;
  conversation.showMine({ text: label });
  await ask(() => sendChange(change, answerSeconds()));
}

async function wish({ label, ask: wished }) {
  if (composer.busy) return;
  conversation.showMine({ text: label });
  await ask(() => sendWish(wished, answerSeconds()));
}

/** Wait for a reply and show it; a draft that may succeed later goes back into the composer. */
async function ask(request, draft = null) {
  composer.busy = true;
  const working = conversation.showWorking(state.words.working);
  try {
    const reply = await request();
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
  if (latestReply) retireChoices(latestReply);
  latestReply = render(reply);
}

function render(reply) {
  if (reply.kind === "need_face" || reply.kind === "noted") return conversation.say(reply.text);
  if (reply.kind === "which_song") return conversation.say(reply.text, "", ...renderChoices(reply.songs, choose));
  if (reply.kind === "need_song") return conversation.say(reply.text, "", ...renderChoices(reply.moods, choose));
  const onRate = (position, verdict) => noteVerdict(reply.mix_id, position, verdict);
  return conversation.showWide(renderAnswer(reply, { onRate, onChoose: choose, onWish: wish }));
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

function askToForget() {
  const dialog = document.getElementById("forget-dialog");
  const [keep, erase] = [document.getElementById("keep"), document.getElementById("forget")];
  document.getElementById("forget-question").textContent = state.words.forget_question;
  keep.textContent = state.words.keep_button;
  erase.textContent = state.words.forget_button;
  keep.onclick = () => dialog.close();
  erase.onclick = async () => {
    dialog.close();
    try {
      const done = await forget();
      latestReply = null;
      conversation.clear();
      composer.clear();
      conversation.say(done.text);
      setConsented(false);
    } catch (failure) {
      complain(failure);
    }
  };
  dialog.showModal();
}

function setUpCamera() {
  const button = document.getElementById("open-camera");
  button.hidden = !cameraOffered;
  button.addEventListener("click", () => {
    openCamera((photo) => { composer.attach(photo); composer.focusSong(); }, () => conversation.note("The camera cannot be used. Please choose a photo instead."));
  });
}

function complain(failure) {
  if (!(failure instanceof Failure)) throw failure;
  conversation.say(failure.message || state.words[failure.code], "trouble");
  if (failure.code === "consent_needed" && !consentMessage) setConsented(false);
}

const answerSeconds = () => state.limits.answer_s + GRACE_S;

start();
