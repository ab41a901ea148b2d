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

function post(path, value, seconds) {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(value) }, seconds);
}

export const fetchState = () => call("/api/state");

export const giveConsent = () => post("/api/consent", {});

export const forget = () => post("/api/forget", {});

export const rate = (mixId, position, verdict) =>
  post("/api/feedback", { mix_id: mixId, position, verdict });

/** change: {mood, intent, song} as the reply offered it; what is not meant is null. */
export const sendChange = (change, seconds) => post("/api/change", change, seconds);

/** ask: {wish, mix_id, position}, as the server sent it. */
export const sendWish = (ask, seconds) => post("/api/wish", ask, seconds);

/** draft: {text, face, audio}, each possibly empty. */
export function sendMessage(draft, seconds) {
  const form = new FormData();
  if (draft.text) form.append("song", draft.text);
  if (draft.face) form.append("face", draft.face.file, draft.face.file.name);
  if (draft.audio) form.append("audio", draft.audio.file, draft.audio.file.name);
  return call("/api/message", { method: "POST", body: form }, seconds);
}
