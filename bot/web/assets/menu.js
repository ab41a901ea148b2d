// The small menu: a button that opens a list of commands.

/** commands: what each button's data-command does. */
export function setUpMenu(commands) {
  const button = document.getElementById("menu-button");
  const menu = document.getElementById("menu");
  const open = (opened) => {
    menu.hidden = !opened;
    button.setAttribute("aria-expanded", String(opened));
  };
  button.addEventListener("click", () => open(menu.hidden));
  addEventListener("click", (event) => {
    if (!event.target.closest(".menu")) open(false);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    open(false);
    button.focus();
  });
  menu.addEventListener("click", (event) => {
    const command = event.target.closest("[data-command]")?.dataset.command;
    if (!command) return;
    open(false);
    button.focus();
    commands[command]();
  });
}
