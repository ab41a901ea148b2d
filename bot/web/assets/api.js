// Calls to the server. Every call has a time limit and carries the page's token.

const token = document.querySelector('meta[name="moodmix-token"]').content;

const SHORT_S = 20;

/** What went wrong: a code, and the server's words where it could be asked. */
export class Failure extends Error {
  constructor(code, words = "") {
    super(words);
    this.code = code;
  }

  /** Whether the same message may succeed when sent again. */
  get passing() {
    return ["unreachable", "timed_out", "busy", "incident", "page_outdated"].includes(this.code);
  }
}

async function call(path, options = {}, seconds = SHORT_S) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), seconds * 1000);
  try {
    const response = await fetch(path, {
      ...options,
      headers: { ...options.headers, "X-Moodmix-Token": token },
      signal: stop.signal,
    });
    const body = await response.json();
    if (!response.ok) throw new Failure(body.error.code, body.error.message);
    return body;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(stop.signal.aborted ? "timed_out" : "unreachable");
  } finally {
    clearTimeout(timer);
  }
}

function post(path, value = {}, seconds = SHORT_S, headers = {}) {
  const json = { ...headers, "Content-Type": "application/json" };
  return call(path, { method: "POST", headers: json, body: JSON.stringify(value) }, seconds);
}

const postStill = (path, still, seconds) =>
  call(path, { method: "POST", headers: { "Content-Type": "image/jpeg" }, body: still }, seconds);

// Keys of what was sent and may be sent again: the server does what has one key only once.
const unanswered = new Map();

async function once(what, send) {
  const key = unanswered.get(what) ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  unanswered.set(what, key);
  try {
    const reply = await send({ "X-Moodmix-Request": key });
    unanswered.delete(what);
    return reply;
  } catch (failure) {
    if (!failure.passing) unanswered.delete(what);
    throw failure;
  }
}

const postOnce = (path, value, seconds) =>
  once(`${path} ${JSON.stringify(value)}`, (headers) => post(path, value, seconds, headers));

export const fetchState = () => call("/api/state");

export const giveConsent = () => post("/api/consent");

export const withdrawConsent = () => post("/api/withdraw");

export const forget = () => post("/api/forget");

export const rate = (mixId, position, verdict) =>
  post("/api/feedback", { mix_id: mixId, position, verdict });

/** mood: {mood}, {words}, or {point: {valence, arousal}} from -1 to 1. */
export const tellMood = (mood, seconds) => postOnce("/api/mood", mood, seconds);

/** change: {mood, intent, song} as the reply offered it; what is not meant is null. */
export const sendChange = (change, seconds) => postOnce("/api/change", change, seconds);

/** onward: "check_in" or "finish". */
export const goOn = (onward, seconds) => postOnce("/api/onward", { onward }, seconds);

/** ask: {wish, mix_id, position}, as the server sent it. */
export const sendWish = (ask, seconds) => postOnce("/api/wish", ask, seconds);

/** draft: {text, face, audio}, each possibly empty. */
export function sendMessage(draft, seconds) {
  const form = new FormData();
  if (draft.text) form.append("song", draft.text);
  if (draft.face) form.append("face", draft.face.file, draft.face.file.name);
  if (draft.audio) form.append("audio", draft.audio.file, draft.audio.file.name);
  const files = [draft.face, draft.audio].map((each) => each && [each.file.name, each.file.size, each.file.lastModified]);
  const what = JSON.stringify([draft.text, files]);
  return once(what, (headers) => call("/api/message", { method: "POST", headers, body: form }, seconds));
}

export const beginObservation = () => post("/api/observations");

/** still: a JPEG taken so many milliseconds after the begin. */
export const lookAt = (number, milliseconds, still, seconds) =>
  postStill(`/api/observations/${number}/stills/${milliseconds}`, still, seconds);

export const endObservation = (number, song, seconds) =>
  postOnce(`/api/observations/${number}/end`, song ? { song } : {}, seconds);

export const stopObservation = (number) => post(`/api/observations/${number}/stop`);

export const fetchFaces = () => call("/api/faces");

export const addFace = (emotion, still, seconds) => postStill(`/api/faces/${emotion}`, still, seconds);

export const dropFace = (emotion) => post("/api/faces/drop", { emotion });

export const clearFaces = () => post("/api/faces/clear");

export const readAsShipped = () => post("/api/faces/shipped");

export const fetchHistory = () => call("/api/history");

export const fetchWeek = () => call("/api/week");

export const fetchExport = () => call("/api/export");

export const fetchSettings = () => call("/api/settings");

export const saveSettings = (settings) => post("/api/settings", settings);

export const wantAgain = (artist) => post("/api/artists/again", { artist });
