"""Keys that are no characters, as WebDriver writes them (https://w3.org/TR/webdriver2/#keyboard-actions)."""

KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "End": "\ue010",
    "Home": "\ue011",
}
